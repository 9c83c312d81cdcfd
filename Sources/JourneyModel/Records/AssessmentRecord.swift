/// Evidence for a maturity criterion that is no measurement (D24).
public struct AssessmentRecord: Codable, Hashable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        case attested, asserted
        case notApplicable = "not applicable"
    }

    public var criterion: String
    public var kind: Kind
    /// 0…100; for `notApplicable` without meaning.
    public var score: Double
    /// The document, the statement, or the reason why the criterion does not apply.
    public var statement: String
    public var owner: String
    public var date: Timestamp
    public var expires: Timestamp?

    public init(
        criterion: String,
        kind: Kind,
        score: Double,
        statement: String,
        owner: String,
        date: Timestamp,
        expires: Timestamp? = nil
    ) {
        self.criterion = criterion
        self.kind = kind
        self.score = score
        self.statement = statement
        self.owner = owner
        self.date = date
        self.expires = expires
    }
}

extension RecordField {
    private static let number: UInt8 = 5

    public static let assessmentCriterion = RecordField(
        number,
        "criterion",
        .text,
        isRequired: true,
        "the criterion's id, `I1` to `C4`, or the enabler's name"
    )
    public static let assessmentKind = RecordField(
        number,
        "kind",
        .text,
        isRequired: true,
        words: AssessmentRecord.Kind.allCases.map(\.rawValue),
        "what it rests on: a document, or a statement; or that the criterion does not apply"
    )
    public static let assessmentScore = RecordField(
        number,
        "score",
        .real,
        standard: .real(0),
        bounds: 0...100,
        unit: "points of 100",
        "how far it holds; without meaning where the kind is `not applicable`, else it must be there"
    )
    public static let assessmentStatement = RecordField(
        number,
        "statement",
        .text,
        isRequired: true,
        "the document, the statement, or why it does not apply"
    )
    public static let assessmentOwner = RecordField(number, "owner", .text, isRequired: true, "who says so")
    public static let assessmentDate = RecordField(number, "date", .time, isRequired: true, "when it was said")
    public static let assessmentExpires = RecordField(number, "expires", .time, "until when it holds")
}

extension RecordKind {
    public static let assessments = RecordKind(
        5,
        "assessments",
        "Evidence for a maturity criterion that is no measurement.",
        fields: [
            .assessmentCriterion, .assessmentKind, .assessmentScore, .assessmentStatement, .assessmentOwner,
            .assessmentDate, .assessmentExpires,
        ],
        settle: { record in
            guard record[.assessmentScore] == .none, let kind = record.text(.assessmentKind),
                kind != AssessmentRecord.Kind.notApplicable.rawValue
            else { return nil }
            return "no score: what is \(kind) must say how far"
        }
    )
}

extension AssessmentRecord: TypedRecord {
    public static var kind: RecordKind { .assessments }

    public init?(_ record: SideRecord) {
        guard let criterion = record.text(.assessmentCriterion), let kind: Kind = record.word(.assessmentKind),
            let date = record.time(.assessmentDate)
        else { return nil }
        self.init(
            criterion: criterion,
            kind: kind,
            score: record.real(.assessmentScore) ?? 0,
            statement: record.text(.assessmentStatement) ?? "",
            owner: record.text(.assessmentOwner) ?? "",
            date: date,
            expires: record.time(.assessmentExpires)
        )
    }

    public var values: [RecordValue] {
        [
            .text(criterion), .text(kind.rawValue), .real(score), .text(statement), .text(owner), .of(date),
            .of(expires),
        ]
    }
}

extension JourneyRecord {
    public static func assessment(_ record: AssessmentRecord) -> JourneyRecord { .side(record.record) }
}
