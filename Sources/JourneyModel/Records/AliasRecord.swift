/// Two ids are one person: `alias` is known as `person` from `time` on (D26). An edge, never a rewriting of events.
public struct AliasRecord: Hashable, Sendable {
    public var alias: String
    public var person: String
    public var time: Timestamp
    public var reason: String

    public init(alias: String, person: String, time: Timestamp, reason: String) {
        self.alias = alias
        self.person = person
        self.time = time
        self.reason = reason
    }
}

extension RecordField {
    private static let number: UInt8 = 0

    public static let aliasAlias = RecordField(
        number,
        "alias",
        .person,
        isRequired: true,
        isIndexed: false,
        "an id that is somebody's"
    )
    public static let aliasPerson = RecordField(
        number,
        "person",
        .person,
        isRequired: true,
        isIndexed: false,
        "an id of the same person"
    )
    public static let aliasTime = RecordField(
        number,
        "time",
        .time,
        isRequired: true,
        isIndexed: false,
        "since when it is known"
    )
    public static let aliasReason = RecordField(
        number,
        "reason",
        .text,
        standard: .text("import"),
        isIndexed: false,
        "how it is known: `login` or any other word"
    )
}

extension RecordKind {
    /// Indexes have who is one with whom, which is what they come to, and not the records.
    public static let aliases = RecordKind(
        0,
        "aliases",
        "Two ids are one person.",
        fields: [.aliasAlias, .aliasPerson, .aliasTime, .aliasReason]
    )
}

extension AliasRecord: TypedRecord {
    public static var kind: RecordKind { .aliases }

    public init?(_ record: SideRecord) {
        guard let alias = record.text(.aliasAlias), let person = record.text(.aliasPerson),
            let time = record.time(.aliasTime), let reason = record.text(.aliasReason)
        else { return nil }
        self.init(alias: alias, person: person, time: time, reason: reason)
    }

    public var values: [RecordValue] { [.text(alias), .text(person), .of(time), .text(reason)] }
}

extension JourneyRecord {
    public static func alias(_ record: AliasRecord) -> JourneyRecord { .side(record.record) }
}
