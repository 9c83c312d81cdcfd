import JourneyModel

/// Ids of which rows say that they are one person's, with the earliest time of a row that says so.
struct PersonPairs: Sendable {
    struct Pair: Hashable, Sendable {
        var alias: String
        var person: String
    }

    private(set) var times: [Pair: Timestamp] = [:]

    /// Takes what a row with an event at `time` says.
    mutating func add(_ fields: UnsafePointer<CSVScanner.Field>, _ shape: RowShape, _ time: Timestamp) {
        let ids = shape.persons.filter { !shape.missing.matches(fields[$0]) }
        guard let first = ids.first else { return }
        for other in ids.dropFirst() {
            let pair = Pair(alias: fields[other].string, person: fields[first].string)
            if pair.alias != pair.person { add(pair, time) }
        }
    }

    mutating func add(_ other: PersonPairs) {
        for (pair, time) in other.times { add(pair, time) }
    }

    private mutating func add(_ pair: Pair, _ time: Timestamp) {
        times[pair] = min(time, times[pair] ?? time)
    }

    /// In the order of their times, then of the ids.
    var records: [JourneyRecord] {
        times.sorted { ($0.value, $0.key.person, $0.key.alias) < ($1.value, $1.key.person, $1.key.alias) }.map {
            .alias(AliasRecord(alias: $0.key.alias, person: $0.key.person, time: $0.value, reason: "same row"))
        }
    }
}
