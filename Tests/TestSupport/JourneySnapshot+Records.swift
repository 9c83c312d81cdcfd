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
        return RecordKind.allCases.map { kind in
            var table = RecordTable(kind, after: last(kind))
            for row in rows(kind, codes).dropFirst(Int(last(kind))) {
                table.append { row[$0] }
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
        snapshot.annotations = []
        return snapshot
    }

    private func rows(_ kind: RecordKind, _ codes: [String: Int32]) -> [[RecordValue]] {
        func person(_ name: String?) -> RecordValue { name.flatMap { codes[$0] }.map(RecordValue.person) ?? .none }
        func text(_ text: String?) -> RecordValue { text.map(RecordValue.text) ?? .none }
        func time(_ time: Timestamp?) -> RecordValue { time.map { .whole($0.milliseconds) } ?? .none }
        func real(_ number: Double?) -> RecordValue { number.map(RecordValue.real) ?? .none }
        return switch kind {
        case .preferences:
            preferences.map { row in
                [
                    person(row.person), time(row.time), text(row.kind.rawValue), text(row.purpose.rawValue),
                    text(row.service), text(row.value), .whole(Int64(row.rank)),
                ]
            }
        case .consents:
            consents.map { row in
                [
                    person(row.person), time(row.time), text(row.status.rawValue), text(row.purpose),
                    text(row.channel), time(row.until),
                ]
            }
        case .feedback:
            feedback.map { row in
                [
                    time(row.time), person(row.person), text(row.service), text(row.channel), text(row.touchpoint),
                    text(row.outcome), real(row.score), real(row.scale),
                ]
            }
        case .costs:
            costs.map { row in
                [
                    text(row.service), text(row.channel), real(row.amount), text(row.currency), time(row.from),
                    time(row.to),
                ]
            }
        case .assessments:
            assessments.map { row in
                [
                    text(row.criterion), text(row.kind.rawValue), real(row.score), text(row.statement),
                    text(row.owner), time(row.date), time(row.expires),
                ]
            }
        }
    }
}
