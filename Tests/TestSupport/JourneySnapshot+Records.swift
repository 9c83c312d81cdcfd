public import JourneyModel

extension JourneySnapshot {
    /// The names of all persons by code: those that events and traits have, then those that only records beside them have.
    public var everyone: [String] {
        var names = people.names
        var known = Set(names)
        let others = preferences.map(\.person) + consents.map(\.person) + feedback.compactMap(\.person)
        for name in others where known.insert(name).inserted { names.append(name) }
        return names
    }

    /// The records beside the events, numbered from 1.
    ///
    /// - Parameter last: the number of the last record of a kind that is left out.
    public func recordTables(after last: (RecordKind) -> Int64 = { _ in 0 }) -> [RecordTable] {
        let codes = Dictionary(uniqueKeysWithValues: zip(everyone, Int32(0)...))
        return RecordKind.indexed.map { kind in
            var table = RecordTable(kind, after: last(kind))
            let places = kind.indexedFields.compactMap(kind.place)
            for record in records(kind).dropFirst(Int(last(kind))) {
                table.append { column in
                    let value = record.values[places[column]]
                    guard kind.indexedFields[column].form == .person, case .text(let name) = value else { return value }
                    return codes[name].map(RecordValue.person) ?? .none
                }
                table.lastRow += 1
            }
            return table
        }
    }

    /// Without the words that no question asks for, which are in the store alone: comments, grounds of consent, sources of costs.
    public var asAsked: JourneySnapshot {
        var snapshot = self
        for row in consents.indices { snapshot.consents[row].basis = nil }
        for row in feedback.indices { snapshot.feedback[row].comment = nil }
        for row in costs.indices { snapshot.costs[row].source = nil }
        return snapshot
    }

    private func records(_ kind: RecordKind) -> [SideRecord] {
        let typed: [[any TypedRecord]] = [preferences, consents, feedback, costs, assessments, annotations]
        return typed.joined().map(\.record).filter { $0.kind == kind }
    }
}

extension TypedRecord {
    /// Nil where `record` is none of the kind.
    public init?(of record: JourneyRecord) {
        guard case .side(let side) = record else { return nil }
        self.init(side)
    }
}
