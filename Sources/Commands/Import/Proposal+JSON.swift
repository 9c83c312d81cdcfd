import JourneyFormats
import JourneyModel
import Reports

extension MappingProposal {
    /// `{"proposal": …}`, as the commands' contract has it. A field with two columns is `time` alone; a day and a clock time are
    /// in `"time"` only.
    var json: JSONValue {
        let single = guesses.filter { !($0.field == "time" && time.columns.count > 1) }
        let sure = guesses.map { guess in
            JSONValue.object([
                .init("field", .string(guess.field)), .init("column", .string(guess.column)),
                .init("sure", .integer(guess.sureness)), .init("why", .string(guess.reason)),
            ])
        }
        return [
            "proposal": [
                "rows": .string(rows.rawValue),
                "why": .string(rowsReason),
                "columns": .object(single.map { .init($0.field, .string($0.column)) }),
                "time": [
                    "columns": .array(time.columns.map { .string($0) }),
                    "format": time.format.map { .string($0) } ?? .null,
                    "zone": time.zone.map { .string($0) } ?? .null,
                ],
                "events": .array(events.map(Self.json)),
                "set": .object(constants.map { .init($0.name, .string($0.value)) }),
                "visitor": visitor.map { .string($0) } ?? .null,
                "missing": .array(missing.map { .string($0) }),
                "skip": .integer(skip),
                "unsure": .array(
                    unsure.map { open in
                        [
                            "field": .string(open.field), "columns": .array(open.columns.map { .string($0) }),
                            "why": .string(open.why),
                        ]
                    }
                ),
                "guesses": .array(sure),
                "notes": .array(notes.map { .string($0) }),
                "mapping": .string(toml),
            ]
        ]
    }

    private static func json(_ event: Event) -> JSONValue {
        var members = [JSONValue.Member("touchpoint", .string(event.touchpoint)), .init("time", .string(event.time))]
        if let day = event.day { members.append(.init("day", .string(day))) }
        return .object(members)
    }
}
