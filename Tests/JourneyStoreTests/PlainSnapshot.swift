import JourneyModel

/// A snapshot with names in place of codes, so that two of them compare whatever the numbering.
struct PlainSnapshot: Equatable {
    struct Event: Equatable {
        var time: Int64
        var recorded: Int64?
        var sequence: Int64?
        var person: String?
        var caseID: String?
        var session: String?
        var duration: Int64?
        var cost: Double?
        var dimensions: [String: String]
    }

    var events: [Event]
    var dimensions: [String]
    /// Values by dimension, without order.
    var values: [String: Set<String>]
    var people: Set<String>
    var cases: Set<String>
    var traits: [String: [String: String]]

    init(_ snapshot: JourneySnapshot) {
        let table = snapshot.events
        func name(_ names: [String], _ code: Int32) -> String? { code < 0 ? nil : names[Int(code)] }
        events = table.time.indices.map { row in
            Event(
                time: table.time[row],
                recorded: table.recorded.isEmpty ? nil : table.recorded[row],
                sequence: table.sequence.isEmpty ? nil : table.sequence[row],
                person: name(snapshot.people.names, table.person[row]),
                caseID: name(snapshot.cases.names, table.caseID[row]),
                session: name(snapshot.sessions, table.session[row]),
                duration: table.duration.isEmpty ? nil : table.duration[row],
                cost: table.cost.isEmpty || table.cost[row].isNaN ? nil : table.cost[row],
                dimensions: Dictionary(
                    uniqueKeysWithValues: table.dimensions.compactMap { column in
                        name(column.values, column.codes[row]).map { (column.name, $0) }
                    }
                )
            )
        }
        dimensions = table.dimensions.map(\.name)
        values = Dictionary(uniqueKeysWithValues: table.dimensions.map { ($0.name, Set($0.values)) })
        people = Set(snapshot.people.names)
        cases = Set(snapshot.cases.names)
        traits = [:]
        for (subjects, columns) in [
            (snapshot.people.names, snapshot.people.traits), (snapshot.cases.names, snapshot.cases.traits),
        ] {
            for column in columns {
                for (row, code) in column.codes.enumerated() {
                    if let value = name(column.values, code) {
                        traits[column.name, default: [:]][subjects[row]] = value
                    }
                }
            }
        }
    }

    /// Where the two differ first, in few words; nil where they do not.
    func difference(from other: PlainSnapshot) -> String? {
        if events.count != other.events.count { return "\(events.count) events, not \(other.events.count)" }
        for (row, (mine, others)) in zip(events, other.events).enumerated() where mine != others {
            return "event \(row): \(mine), not \(others)"
        }
        if dimensions != other.dimensions { return "dimensions \(dimensions), not \(other.dimensions)" }
        if values != other.values { return "values \(values), not \(other.values)" }
        if people != other.people { return "people \(people.symmetricDifference(other.people))" }
        if cases != other.cases { return "cases \(cases.symmetricDifference(other.cases))" }
        for name in Set(traits.keys).union(other.traits.keys) where traits[name] != other.traits[name] {
            let mine = traits[name] ?? [:]
            let others = other.traits[name] ?? [:]
            let subjects = Set(mine.keys).union(others.keys).filter { mine[$0] != others[$0] }
            return "trait \(name) of \(subjects.sorted().map { "\($0): \(mine[$0] ?? "-"), not \(others[$0] ?? "-")" })"
        }
        return nil
    }
}
