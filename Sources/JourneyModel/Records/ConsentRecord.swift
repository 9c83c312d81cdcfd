/// A change of consent; append-only (D17).
public struct ConsentRecord: Hashable, Sendable {
    public enum Status: String, CaseIterable, Hashable, Sendable { case asked, granted, denied, withdrawn, expired }

    public var person: String
    public var time: Timestamp
    public var status: Status
    /// What it is for: `communication`, `analytics` …
    public var purpose: String
    /// Nil: every channel.
    public var channel: String?
    public var until: Timestamp?
    public var basis: String?

    public init(
        person: String,
        time: Timestamp,
        status: Status,
        purpose: String,
        channel: String? = nil,
        until: Timestamp? = nil,
        basis: String? = nil
    ) {
        self.person = person
        self.time = time
        self.status = status
        self.purpose = purpose
        self.channel = channel
        self.until = until
        self.basis = basis
    }
}

extension RecordField {
    private static let number: UInt8 = 2

    public static let consentPerson = RecordField(number, "person", .person, isRequired: true, "whose it is")
    public static let consentTime = RecordField(number, "time", .time, isRequired: true, "since when")
    public static let consentStatus = RecordField(
        number,
        "status",
        .text,
        isRequired: true,
        words: ConsentRecord.Status.allCases.map(\.rawValue),
        "what it has come to"
    )
    public static let consentPurpose = RecordField(
        number,
        "purpose",
        .text,
        isRequired: true,
        "what it is for: `communication`, `analytics` or any other word"
    )
    public static let consentChannel = RecordField(number, "channel", .text, "without it: every channel")
    public static let consentUntil = RecordField(number, "until", .time, "when it ends")
    public static let consentBasis = RecordField(number, "basis", .text, isIndexed: false, "the legal basis")
}

extension RecordKind {
    public static let consents = RecordKind(
        2,
        "consents",
        "A change of consent; they are only ever added to.",
        fields: [
            .consentPerson, .consentTime, .consentStatus, .consentPurpose, .consentChannel, .consentUntil,
            .consentBasis,
        ]
    )
}

extension ConsentRecord: TypedRecord {
    public static var kind: RecordKind { .consents }

    public init?(_ record: SideRecord) {
        guard let person = record.text(.consentPerson), let time = record.time(.consentTime),
            let status: Status = record.word(.consentStatus), let purpose = record.text(.consentPurpose)
        else { return nil }
        self.init(
            person: person,
            time: time,
            status: status,
            purpose: purpose,
            channel: record.text(.consentChannel),
            until: record.time(.consentUntil),
            basis: record.text(.consentBasis)
        )
    }

    public var values: [RecordValue] {
        [.text(person), .of(time), .text(status.rawValue), .text(purpose), .of(channel), .of(until), .of(basis)]
    }
}

extension JourneyRecord {
    public static func consent(_ record: ConsentRecord) -> JourneyRecord { .side(record.record) }
}
