internal import JourneyFormats
internal import JourneyModel
internal import Threads

/// The first half of an import: takes what the reader finds, sends the events on their way, and stages what else there is.
final class BatchStaging: ImportSink {
    private(set) var summary = ImportSummary()
    private(set) var hasSideRows = false
    /// Whether a row says that two ids are one person.
    private(set) var hasAliases = false
    let names: ImportNames
    private let events: EventImport
    private let area: StagingArea
    private let sourceHash: StableHash
    let knowsRowsByCells: Bool
    private(set) var mark: ImportMark?
    private let cancellation: Cancellation
    private var records = EventBatchBuilder()
    /// Events so far.
    private var eventCount = 0
    private var traitCopies = KeyCounts()
    private var recordCopies = KeyCounts()
    private var untilCheck = 0

    init(
        names: ImportNames,
        events: EventImport,
        area: StagingArea,
        source: StableHash,
        knowsRowsByCells: Bool,
        cancellation: Cancellation
    ) {
        self.names = names
        self.events = events
        self.area = area
        sourceHash = source
        self.knowsRowsByCells = knowsRowsByCells
        self.cancellation = cancellation
    }

    func take(_ record: JourneyRecord) throws {
        try tick()
        switch record {
        case .event(let event):
            summary.read += 1
            eventCount += 1
            records.append(event)
            if records.count >= min(BatchStaging.recordsPerBatch, events.blockSize) { try flush() }
        case .personTrait(let person, let trait):
            try flush()
            try take(trait, of: person)
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
        case .side(let row):
            if row.kind == .aliases { hasAliases = true }
            // Persons are numbered in the order in which the file has them.
            try flush()
            summary.read += 1
            try stage(row)
        }
    }

    func take(_ batch: EventBatch) throws {
        try cancellation.check()
        try flush()
        summary.read += batch.count
        eventCount += batch.count
        try events.take(batch)
    }

    func reject(_ reject: Reject) throws {
        try tick()
        summary.read += 1
        summary.rejected += 1
        if summary.rejects.count < 20 { summary.rejects.append(reject) }
        try stage(SideRecord(reject))
    }

    func skip() throws {
        try tick()
        summary.skipped += 1
    }

    func identify(_ mark: ImportMark) { self.mark = mark }

    /// Every event is stored afterwards.
    ///
    /// - Returns: the other rows.
    func finish() throws -> StagedBytes {
        try flush()
        try events.finish()
        return try area.finish()
    }

    private static let recordsPerBatch = 4096

    private func flush() throws {
        if records.count > 0 { try events.take(records.take()) }
    }

    private func tick() throws {
        untilCheck -= 1
        guard untilCheck < 0 else { return }
        untilCheck = 1023
        try cancellation.check()
    }

    private func take(_ trait: NamedValue, of person: String) throws {
        let name = "person." + trait.name
        var hash = sourceHash
        hash.add(person)
        hash.add(name)
        hash.add(trait.value)
        // A trait that changes and changes back must end as it does in the file: every copy has a key of its own.
        hash.add(traitCopies.add(hash.key))
        let place = try names.dimensions.index(name)
        hasSideRows = true
        summary.read += 1
        try area.put(StagedKind.trait.rawValue)
        try area.put(hash.key.place)
        try area.put(hash.key.mark)
        try area.put(
            StagedTrait(
                person: try names.people.code(person),
                dimension: Int32(place),
                code: try names.dimensions.all[place].values.code(trait.value),
                events: UInt32(clamping: eventCount)
            )
        )
    }

    private func stage(_ row: SideRecord) throws {
        hasSideRows = true
        let key = row.key(source: sourceHash, copies: &recordCopies)
        try area.put(StagedKind.side.rawValue)
        try area.put(row.kind.number)
        try area.put(key.place)
        try area.put(key.mark)
        for (form, value) in zip(row.kind.forms, row.values) {
            switch value {
            case .whole(let value):
                try area.put(StagedType.integer.rawValue)
                try area.put(value)
            case .real(let value):
                try area.put(StagedType.real.rawValue)
                try area.put(value)
            case .text(let name) where form == .person:
                try area.put(StagedType.person.rawValue)
                try area.put(try names.people.code(name))
            case .text(let value):
                try area.put(StagedType.text.rawValue)
                try area.put(text: value)
            case .none, .person: try area.put(StagedType.null.rawValue)
            }
        }
    }
}
