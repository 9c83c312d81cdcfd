import JourneyModel

/// What could not be read of a row that is kept.
struct LeftOut: Hashable, Sendable {
    struct Value: Hashable, Sendable {
        var column: String
        /// Its beginning.
        var text: String
        /// What it should have been.
        var expectation: String
    }

    var values: [Value]
    /// Of a row that tells of several events: why some of them are none.
    var events: [String] = []

    var reason: String {
        let values = values.map { "column \"\($0.column)\": \"\($0.text)\" is not \($0.expectation)" }
        return (events + values).joined(separator: "; ") + "; left out"
    }
}

/// How often values were left out, column by column.
struct LeftOutCounts {
    private struct Entry {
        var count = 0
        var first: LeftOut.Value
        var line: Int
    }

    private var columns: [String: Entry] = [:]
    private var events = 0
    private var firstEvent = ""

    mutating func add(_ left: LeftOut, line: Int) {
        if let reason = left.events.first {
            if events == 0 { firstEvent = "line \(line): \(reason)" }
            events += left.events.count
        }
        for value in left.values {
            columns[value.column, default: Entry(first: value, line: line)].count += 1
        }
    }

    /// A note a column, in the order of their names.
    var notes: [ImportNote] {
        let ofEvents =
            events > 0
            ? [
                ImportNote(
                    "left-out-events",
                    "\(events) events left out of rows that tell of several: \(firstEvent)",
                    count: events
                )
            ]
            : []
        return ofEvents
            + columns.sorted { $0.key < $1.key }.map { column, entry in
                let rows = entry.count == 1 ? "1 row" : "\(entry.count) rows"
                let way = LeftOutCounts.way(entry.first).map { " (\($0))" } ?? ""
                return ImportNote(
                    "left-out",
                    "\(rows) kept without column \"\(column)\": \"\(entry.first.text)\" on line \(entry.line) is not "
                        + "\(entry.first.expectation)\(way)",
                    count: entry.count
                )
            }
    }

    /// What to say so that the value would be read.
    private static func way(_ value: LeftOut.Value) -> String? {
        guard value.expectation.hasPrefix("a number"), ValueParsing.number(value.text, .comma) != nil else {
            return nil
        }
        return "decimals behind a comma are read with --decimal ,"
    }
}
