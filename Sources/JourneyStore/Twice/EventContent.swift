internal import JourneyModel

/// What an event says, beyond its number and its id, with the store's numbers for names; 0 for none.
struct EventContent {
    struct Value: Hashable {
        var dimension: Int32
        var code: Int32
    }

    var time: Int64
    var end: Int64?
    var recorded: Int64?
    /// Where the event stood in its file: of two versions that differ in nothing else neither is newer.
    var sequence: Int64?
    var duration: Int64?
    var cost: Double?
    var person: Int32
    var caseID: Int32
    var session: Int32
    var attributes: String?
    /// In the order of the dimensions' numbers.
    var dimensions: [Value]

    func saysTheSame(as other: EventContent) -> Bool {
        time == other.time && end == other.end && recorded == other.recorded && duration == other.duration
            && cost == other.cost && person == other.person && caseID == other.caseID && session == other.session
            && dimensions == other.dimensions
            && (attributes ?? "").utf8.elementsEqual((other.attributes ?? "").utf8)
    }
}

extension EventContent {
    /// Puts what the event at `index` says into `area`.
    static func stage(_ index: Int, of block: EventBlock, in area: StagingArea) throws {
        func number(_ column: [Int64]) -> Int64 { column.isEmpty ? EventBatch.none : column[index] }
        try area.put(block.time[index])
        try area.put(number(block.end))
        try area.put(number(block.recorded))
        try area.put(number(block.sequence))
        try area.put(number(block.duration))
        try area.put(block.cost.isEmpty ? Double.nan : block.cost[index])
        try area.put(block.person[index] + 1)
        try area.put(block.caseID[index] + 1)
        try area.put(block.session[index] + 1)
        let columns = block.dimensions.filter { !$0.codes.isEmpty && $0.codes[index] >= 0 }
        try area.put(Int32(columns.count))
        for column in columns {
            try area.put(column.dimension.id)
            try area.put(column.codes[index] + 1)
        }
        let attributes = block.attributes
        let text =
            index < attributes.count
            ? attributes.bytes.withUnsafeBufferPointer { String(decoding: $0[attributes.range(index)], as: UTF8.self) }
            : ""
        try area.put(text: text)
    }

    /// Takes what `stage` has put.
    init(_ staged: inout StagedBytes) {
        func optional(_ number: Int64) -> Int64? { number == EventBatch.none ? nil : number }
        time = staged.take(Int64.self)
        end = optional(staged.take(Int64.self))
        recorded = optional(staged.take(Int64.self))
        sequence = optional(staged.take(Int64.self))
        duration = optional(staged.take(Int64.self))
        let cost = staged.take(Double.self)
        self.cost = cost.isNaN ? nil : cost
        person = staged.take(Int32.self)
        caseID = staged.take(Int32.self)
        session = staged.take(Int32.self)
        dimensions = []
        for _ in 0..<staged.take(Int32.self) {
            let dimension = staged.take(Int32.self)
            dimensions.append(Value(dimension: dimension, code: staged.take(Int32.self)))
        }
        dimensions.sort { $0.dimension < $1.dimension }
        let text = staged.takeText()
        attributes = text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }
}

/// Reads and changes what the events of a store say, one by one.
struct EventContentTable {
    private let selection: RawStatement
    private let update: RawStatement
    /// The dimensions that events have columns for, in the order of their numbers.
    private let dimensions: [Int32]

    init(_ connection: OpaquePointer) throws {
        let rows = try RawStatement(
            connection,
            "SELECT id, name, column_name FROM dimensions WHERE column_name IS NOT NULL ORDER BY id"
        )
        var dimensions: [Int32] = []
        var columns: [String] = []
        while try rows.step() {
            try TableRules.dimensions.check(rows)
            try DimensionColumn.check(rows.text(2), of: rows.int(0))
            dimensions.append(rows.code(0))
            columns.append(rows.text(2))
        }
        self.dimensions = dimensions
        let fixed = [
            "time", "end_time", "recorded", "sequence", "duration", "cost", "person", "\"case\"", "session",
            "attributes",
        ]
        let all = fixed + columns
        selection = try RawStatement(connection, "SELECT \(all.joined(separator: ", ")) FROM events WHERE id = ?1")
        let marks = all.enumerated().map { "\($1) = ?\($0 + 2)" }.joined(separator: ", ")
        update = try RawStatement(connection, "UPDATE events SET \(marks) WHERE id = ?1")
    }

    /// Nil where there is no such event.
    func content(of event: Int64) throws -> EventContent? {
        selection.bind(event, at: 1)
        defer { selection.rewind() }
        guard try selection.step() else { return nil }
        return EventContent(
            time: selection.int(0),
            end: selection.optionalInt(1),
            recorded: selection.optionalInt(2),
            sequence: selection.optionalInt(3),
            duration: selection.optionalInt(4),
            cost: selection.optionalDouble(5),
            person: selection.number(6),
            caseID: selection.number(7),
            session: selection.number(8),
            attributes: selection.optionalText(9),
            dimensions: dimensions.enumerated().compactMap { place, dimension in
                let code = selection.number(Int32(place) + 10)
                return code > 0 ? EventContent.Value(dimension: dimension, code: code) : nil
            }
        )
    }

    /// - Parameter content: has values of dimensions only that events have columns for.
    func set(_ content: EventContent, of event: Int64) throws {
        update.bind(event, at: 1)
        update.bind(content.time, at: 2)
        for (place, number) in [content.end, content.recorded, content.sequence, content.duration].enumerated() {
            if let number { update.bind(number, at: Int32(place) + 3) }
        }
        if let cost = content.cost { update.bind(cost, at: 7) }
        for (place, number) in [content.person, content.caseID, content.session].enumerated() where number > 0 {
            update.bind(Int64(number), at: Int32(place) + 8)
        }
        if let attributes = content.attributes { update.bind(attributes, at: 11) }
        for value in content.dimensions {
            guard let place = dimensions.firstIndex(of: value.dimension) else { continue }
            update.bind(Int64(value.code), at: Int32(place) + 12)
        }
        try update.run()
    }
}
