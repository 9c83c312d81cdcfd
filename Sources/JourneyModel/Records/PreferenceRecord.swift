/// A preferred channel or content: that somebody was asked, or what they answered (D16).
public struct PreferenceRecord: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable { case asked, captured }

    /// The preference's purpose.
    public enum Purpose: String, CaseIterable, Hashable, Sendable { case access, communication, content }

    /// The value that says somebody was asked and has none: a value, not a missing one.
    public static let noPreference = "no preference"

    /// Whether `value`, in small letters, says so.
    public static func isNoPreference(_ value: String) -> Bool { value == noPreference || value == "none" }

    public var person: String
    public var time: Timestamp
    public var kind: Kind
    public var purpose: Purpose
    /// Nil: for every service.
    public var service: String?
    /// The channel asked for, or for `content` the topic; nil where kind is `asked`.
    public var value: String?
    /// 1 is the first choice.
    public var rank: Int

    public init(
        person: String,
        time: Timestamp,
        kind: Kind,
        purpose: Purpose,
        service: String? = nil,
        value: String? = nil,
        rank: Int = 1
    ) {
        self.person = person
        self.time = time
        self.kind = kind
        self.purpose = purpose
        self.service = service
        self.value = value
        self.rank = rank
    }
}

extension RecordField {
    private static let number: UInt8 = 1

    public static let preferencePerson = RecordField(number, "person", .person, isRequired: true, "whose it is")
    public static let preferenceTime = RecordField(
        number,
        "time",
        .time,
        isRequired: true,
        "when they were asked or answered"
    )
    public static let preferenceKind = RecordField(
        number,
        "kind",
        .text,
        isRequired: true,
        words: PreferenceRecord.Kind.allCases.map(\.rawValue),
        "whether they were asked, or what they answered was captured (D16)"
    )
    public static let preferencePurpose = RecordField(
        number,
        "purpose",
        .text,
        isRequired: true,
        words: PreferenceRecord.Purpose.allCases.map(\.rawValue),
        "what it is for"
    )
    public static let preferenceService = RecordField(number, "service", .text, "without it: every service")
    public static let preferenceValue = RecordField(
        number,
        "value",
        .text,
        "the channel, or the topic where the purpose is `content`; what was captured must have one, if only "
            + "`\(PreferenceRecord.noPreference)`"
    )
    public static let preferenceRank = RecordField(
        number,
        "rank",
        .whole,
        standard: .whole(1),
        bounds: 1 ... .infinity,
        "1 is the first choice"
    )
}

extension RecordKind {
    public static let preferences = RecordKind(
        1,
        "preferences",
        "A preferred channel or content: that somebody was asked, or what they answered.",
        fields: [
            .preferencePerson, .preferenceTime, .preferenceKind, .preferencePurpose, .preferenceService,
            .preferenceValue,
            .preferenceRank,
        ],
        settle: { record in
            if record.word(.preferenceKind) == PreferenceRecord.Kind.asked {
                record[.preferenceValue] = .none
                return nil
            }
            return record[.preferenceValue] == .none
                ? "no value: what was captured must be said, if only \"\(PreferenceRecord.noPreference)\"" : nil
        }
    )
}

extension PreferenceRecord: TypedRecord {
    // What it is called beside `Kind`, which is one of its own.
    public static var kind: RecordKind { .preferences }

    public init?(_ record: SideRecord) {
        guard let person = record.text(.preferencePerson), let time = record.time(.preferenceTime),
            let kind: Kind = record.word(.preferenceKind), let purpose: Purpose = record.word(.preferencePurpose)
        else { return nil }
        self.init(
            person: person,
            time: time,
            kind: kind,
            purpose: purpose,
            service: record.text(.preferenceService),
            value: record.text(.preferenceValue),
            rank: Int(record.whole(.preferenceRank) ?? 1)
        )
    }

    public var values: [RecordValue] {
        [
            .text(person), .of(time), .text(kind.rawValue), .text(purpose.rawValue), .of(service), .of(value),
            .whole(Int64(rank)),
        ]
    }
}

extension JourneyRecord {
    public static func preference(_ record: PreferenceRecord) -> JourneyRecord { .side(record.record) }
}
