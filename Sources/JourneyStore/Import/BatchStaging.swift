internal import JourneyModel

/// The first half of an import: takes what the reader finds, gives names their codes, and stages the rows. Reads the store,
/// changes nothing in it.
final class BatchStaging: ImportSink {
    private(set) var summary = ImportSummary()
    private(set) var keys = EventKeys()
    private(set) var hasCases = false
    private(set) var hasSideRows = false
    let names: ImportNames
    private let area: StagingArea
    private let sourceHash: StableHash
    private let rowHash: (EventRecord) -> (UInt64, UInt64)
    private let isCancelled: () -> Bool
    private var traitCopies: [RecordKey: UInt64] = [:]
    private var untilCheck = 0
    private var scratch: [StagedValue] = []

    init(
        names: ImportNames,
        area: StagingArea,
        source: String,
        rowHash: @escaping (EventRecord) -> (UInt64, UInt64),
        isCancelled: @escaping () -> Bool
    ) {
        self.names = names
        self.area = area
        var hash = StableHash()
        hash.add(source)
        sourceHash = hash
        self.rowHash = rowHash
        self.isCancelled = isCancelled
    }

    func take(_ record: JourneyRecord) throws {
        try tick()
        switch record {
        case .event(let event): try take(event)
        case .personTrait(let person, let trait): try take(trait, of: person)
        case .touchpointRole(let touchpoint, let service, let role):
            hasSideRows = true
            try area.put(StagedKind.role.rawValue)
            try area.put(text: touchpoint)
            try area.put(service == nil)
            try area.put(text: service ?? "")
            try area.put(text: role.rawValue)
        case .channelKind(let channel, let kind):
            hasSideRows = true
            try area.put(StagedKind.channelKind.rawValue)
            try area.put(text: channel)
            try area.put(text: kind.rawValue)
        case .alias, .preference, .consent, .feedback, .cost, .assessment, .annotation:
            guard let row = SideRow(record) else { return }
            summary.read += 1
            try stage(row)
        }
    }

    func reject(_ reject: Reject) throws {
        try tick()
        summary.read += 1
        summary.rejected += 1
        if summary.rejects.count < 20 { summary.rejects.append(reject) }
        try stage(SideRow(reject))
    }

    func skip() throws {
        try tick()
        summary.skipped += 1
    }

    func finish() throws -> StagedBytes { try area.finish() }

    private func tick() throws {
        untilCheck -= 1
        guard untilCheck < 0 else { return }
        untilCheck = 1023
        if isCancelled() { throw CancellationError() }
    }

    private func take(_ event: EventRecord) throws {
        let index = keys.count
        scratch.removeAll(keepingCapacity: true)
        for position in event.dimensions.indices {
            let place = try names.dimensions.index(event.dimensions[position].name, position: position)
            let dimension = names.dimensions.all[place]
            guard dimension.lastEvent != index else { continue }
            dimension.lastEvent = index
            dimension.isOfEvents = true
            let code = try dimension.values.code(event.dimensions[position].value)
            scratch.append(StagedValue(dimension: Int32(place), code: code))
        }
        let dimensions = UInt16(clamping: scratch.count)
        for trait in event.traits {
            let place = try names.dimensions.index(trait.name)
            let code = try names.dimensions.all[place].values.code(trait.value)
            scratch.append(StagedValue(dimension: Int32(place), code: code))
        }
        try append(keyOf: event)
        summary.read += 1
        if event.caseID != nil { hasCases = true }
        var fields: StagedFields = []
        if event.end != nil { fields.insert(.end) }
        if event.recorded != nil { fields.insert(.recorded) }
        if event.sequence != nil { fields.insert(.sequence) }
        if event.duration != nil { fields.insert(.duration) }
        if event.cost != nil { fields.insert(.cost) }
        if event.eventID != nil { fields.insert(.eventID) }
        if !event.attributes.isEmpty { fields.insert(.attributes) }
        try area.put(StagedKind.event.rawValue)
        try area.put(
            StagedEvent(
                time: event.time.milliseconds,
                person: event.person.map { try names.people.code($0) } ?? -1,
                caseID: event.caseID.map { try names.cases.code($0) } ?? -1,
                session: event.session.map { try names.sessions.code($0) } ?? -1,
                dimensions: dimensions,
                traits: UInt16(clamping: scratch.count - Int(dimensions)),
                fields: fields.rawValue
            )
        )
        for value in scratch { try area.put(value) }
        if let end = event.end { try area.put(end.milliseconds) }
        if let recorded = event.recorded { try area.put(recorded.milliseconds) }
        if let sequence = event.sequence { try area.put(sequence) }
        if let duration = event.duration { try area.put(duration) }
        if let cost = event.cost { try area.put(cost) }
        if let eventID = event.eventID { try area.put(text: eventID) }
        if !event.attributes.isEmpty { try area.put(text: JSONText.object(event.attributes)) }
    }

    private func append(keyOf event: EventRecord) throws {
        var hash = sourceHash
        if let eventID = event.eventID {
            hash.add(1)
            hash.add(eventID)
        } else {
            let (first, second) = rowHash(event)
            hash.add(2)
            hash.add(first)
            hash.add(second)
        }
        try keys.append(hash.key, hasID: event.eventID != nil)
    }

    private func take(_ trait: NamedValue, of person: String) throws {
        let name = "person." + trait.name
        var hash = sourceHash
        hash.add(person)
        hash.add(name)
        hash.add(trait.value)
        // A trait that changes and changes back must end as it does in the file: every copy has a key of its own.
        let copy = traitCopies[hash.key, default: 0]
        traitCopies[hash.key] = copy + 1
        hash.add(copy)
        let place = try names.dimensions.index(name)
        hasSideRows = true
        summary.read += 1
        try area.put(StagedKind.trait.rawValue)
        try area.put(hash.key.place)
        try area.put(hash.key.mark)
        try area.put(try names.people.code(person))
        try area.put(
            StagedValue(dimension: Int32(place), code: try names.dimensions.all[place].values.code(trait.value))
        )
    }

    private func stage(_ row: SideRow) throws {
        hasSideRows = true
        let key = row.key(source: sourceHash)
        try area.put(StagedKind.side.rawValue)
        try area.put(row.table.rawValue)
        try area.put(key.place)
        try area.put(key.mark)
        for value in row.values {
            switch value {
            case .integer(let value?):
                try area.put(StagedType.integer.rawValue)
                try area.put(value)
            case .real(let value?):
                try area.put(StagedType.real.rawValue)
                try area.put(value)
            case .text(let value?):
                try area.put(StagedType.text.rawValue)
                try area.put(text: value)
            case .person(let name?):
                try area.put(StagedType.person.rawValue)
                try area.put(try names.people.code(name))
            case .integer, .real, .text, .person: try area.put(StagedType.null.rawValue)
            }
        }
    }
}
