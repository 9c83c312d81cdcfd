import JourneyModel

@testable import JourneyFormats

/// What the columns of `RandomTable` say, value by value.
struct ReferenceEvents {
    private(set) var events: [EventRecord] = []
    /// By line, as they are handed over.
    private(set) var rejects: [Reject]
    /// Rows that are kept without a value that cannot be read.
    private(set) var partial: [Reject] = []
    /// Rows without an id are known by what stands in the file, however names are spelled there.
    private(set) var hashes: [EventBatch.RowHash?] = []

    init(_ table: ReferenceTable, missing: [String]) {
        rejects = table.rejects
        for row in table.rows {
            let texts = row.fields.map { String(decoding: $0, as: UTF8.self) }
            let values = zip(RandomTable.columns, texts).filter { !$1.isEmpty && !missing.contains($1) }
            take(Dictionary(uniqueKeysWithValues: values), row)
        }
        rejects.sort { $0.line < $1.line }
    }

    private mutating func take(_ values: [String: String], _ row: ReferenceTable.Row) {
        var failure: String?
        var left: [String] = []
        func read<Value>(_ column: String, _ what: String, _ parse: (String) -> Value?) -> Value? {
            guard let text = values[column] else { return nil }
            let value = parse(text)
            if value == nil { left.append("column \"\(column)\": \"\(text.prefix(80))\" is not \(what)") }
            return value
        }
        let parser = TimestampParser(format: .epochMilliseconds, zone: .utc)
        let time: Timestamp? = read("when", "a time (read as epoch-ms)") { text in
            if case .time(let time) = text.withBytes(parser.parse) { time } else { nil }
        }
        // Without its time it is no event; without anything else that cannot be read it is one all the same.
        (failure, left) = (left.first, [])
        let cost = read("price", "a number") { ValueParsing.number($0) }
        let duration = read("took", "a length of time") { ValueParsing.duration($0, unit: .milliseconds) }
        let sequence = read("order", "a whole number") { ValueParsing.integer($0) }
        if time == nil { failure = failure ?? "no time: column \"when\" is empty" }
        if values["what"].map(FoldedName.of) ?? "" == "" {
            failure = failure ?? "no touchpoint: column \"what\" is empty"
        }
        guard failure == nil, let time else {
            rejects.append(Reject(line: row.line, reason: failure ?? "", raw: row.raw))
            return
        }
        if !left.isEmpty {
            let reason = left.joined(separator: "; ") + "; left out"
            partial.append(Reject(line: row.line, reason: reason, raw: row.raw))
        }
        func named(_ pairs: [(String, String)], _ change: (String) -> String) -> [NamedValue] {
            pairs.compactMap { name, column in values[column].map { NamedValue(name, change($0)) } }
        }
        func event(_ change: (String) -> String) -> EventRecord {
            EventRecord(
                eventID: values["id"],
                person: values["who"],
                time: time,
                sequence: ReferenceEvents.sequence(values["when"] ?? "", own: sequence),
                cost: cost,
                duration: duration,
                dimensions: [NamedValue("channel", "web")] + named([("touchpoint", "what"), ("tag", "tag")], change),
                traits: named([("person.age", "age")], change),
                attributes: named([("note", "note")]) { $0 }
            )
        }
        events.append(event(FoldedName.of))
        let (high, low) = CanonicalRow.hash(event { $0 })
        hashes.append(values["id"] == nil ? EventBatch.RowHash(high: high, low: low) : nil)
    }
}

extension ReferenceEvents {
    /// The row's own order; within a millisecond, what `when` says beyond it comes first.
    private static func sequence(_ when: String, own: Int64?) -> Int64? {
        let digits = when.split(separator: ".").dropFirst().first.map(String.init) ?? ""
        let padded = (digits + "000000").prefix(6)
        guard let nanoseconds = Int64(padded), nanoseconds > 0 else { return own }
        return FineOrder.sequence(nanoseconds: nanoseconds, own: own ?? 0)
    }
}

/// A table of events, much of which is broken.
struct RandomTable {
    static let columns = ["who", "when", "what", "price", "took", "order", "id", "tag", "age", "note"]

    private(set) var bytes: [UInt8]
    private var generator: SplitMix64

    init(seed: Int) {
        generator = SplitMix64(seed: UInt64(seed))
        bytes = Array(RandomTable.columns.joined(separator: ",").utf8)
        bytes += ["\n", "\r\n", "\r"].randomElement(using: &generator).map { Array($0.utf8) } ?? []
        let isWild = Bool.random(using: &generator)
        for _ in 0..<Int.random(in: 1...60, using: &generator) {
            let isBroken = isWild && Int.random(in: 0..<6, using: &generator) == 0
            bytes += isBroken ? brokenRow() : row()
            bytes +=
                ["\n", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n"].randomElement(using: &generator).map { Array($0.utf8) }
                ?? []
        }
        if Bool.random(using: &generator) { bytes.removeLast() }
    }

    private mutating func one(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }

    private mutating func row() -> [UInt8] {
        let long = String(repeating: "long ", count: Int.random(in: 0...12, using: &generator))
        let fields = [
            one(["ann", "bob", "P\(Int.random(in: 0...9999, using: &generator))", "", "NA", "zoë"]),
            one(["1704067223198", "1704067223199", "-5", "12.5", " 7 ", "soon", "", "99999999999999999999"]),
            one([
                "open", "apply", "a name of more than sixteen bytes", "a name of more than sixteen bites", "",
                "two\nlines",
            ]),
            one(["", "7", "-0", "12.50", "1,234.5", "1e3", "0.1", "x"]),
            one(["", "250", "1.5s", "2h", "0.5", "1:02:03", "never"]),
            one(["", "", "3", "4.0", "-2", "4.5"]),
            one(["", "e\(Int.random(in: 0...99_999, using: &generator))"]),
            one(["", "t1", "t2", "NA", "say \"hi\"", "semi;colon"]),
            one(["", "30", "31"]),
            one(["", "note", "5\" pipe", long, "a\r\nb,\"\"c", "😀 €"]),
        ]
        return Array(fields.map { quoted($0) }.joined(separator: ",").utf8)
    }

    private mutating func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { [0x2C, 0x0A, 0x0D].contains($0) } || text.hasPrefix("\"")
        if !needsQuotes, Bool.random(using: &generator) { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A row with some bytes left out, put in or changed.
    private mutating func brokenRow() -> [UInt8] {
        var row = row()
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0..<row.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: row.remove(at: place)
            case 1: row.insert(CSVDialect.quote, at: place)
            case 2: row.insert(0xE9, at: place)
            default: row[place] = Array(",\"\n\rx".utf8).randomElement(using: &generator) ?? 0
            }
            if row.isEmpty { return [] }
        }
        return row
    }
}
