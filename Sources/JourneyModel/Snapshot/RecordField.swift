/// The tables beside the events that questions are asked of. What nobody asks for, a comment or an annotation, is in the
/// store alone.
public enum RecordKind: Int, CaseIterable, Hashable, Sendable {
    case preferences, consents, feedback, costs, assessments

    /// What the store calls the table.
    public var name: String {
        switch self {
        case .preferences: "preferences"
        case .consents: "consents"
        case .feedback: "feedback"
        case .costs: "costs"
        case .assessments: "assessments"
        }
    }

    /// Its fields, in the order in which a row gives them.
    public var fields: [RecordField] { RecordField.allCases.filter { $0.kind == self } }
}

/// A field of records beside the events. The numbers stand in indexes: a new field comes last.
public enum RecordField: UInt32, CaseIterable, Hashable, Sendable {
    case preferencePerson, preferenceTime, preferenceKind, preferencePurpose, preferenceService, preferenceValue
    case preferenceRank
    case consentPerson, consentTime, consentStatus, consentPurpose, consentChannel, consentUntil
    case feedbackTime, feedbackPerson, feedbackService, feedbackChannel, feedbackTouchpoint, feedbackOutcome
    case feedbackScore, feedbackScale
    case costService, costChannel, costAmount, costCurrency, costFrom, costTo
    case assessmentCriterion, assessmentKind, assessmentScore, assessmentStatement, assessmentOwner, assessmentDate
    case assessmentExpires

    /// What a field holds.
    public enum Form: Sendable {
        /// A person's code.
        case person
        /// A text, by its code among the texts of the field.
        case text
        /// Milliseconds.
        case time
        /// A floating-point number.
        case real
        /// A whole number.
        case whole
    }

    public var kind: RecordKind { place.kind }
    /// What the store calls the column.
    public var name: String { place.name }
    public var form: Form { place.form }

    /// The only texts that mean anything, as of a kind or a status; nil: any.
    public var words: [String]? {
        switch self {
        case .preferenceKind: PreferenceRecord.Kind.allCases.map(\.rawValue)
        case .preferencePurpose: PreferenceRecord.Purpose.allCases.map(\.rawValue)
        case .consentStatus: ConsentRecord.Status.allCases.map(\.rawValue)
        case .assessmentKind: AssessmentRecord.Kind.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// Whether a record makes no sense without it.
    public var isNeeded: Bool { self == .preferencePerson || self == .consentPerson || words != nil }

    private var place: (kind: RecordKind, name: String, form: Form) {
        switch self {
        case .preferencePerson: (.preferences, "person", .person)
        case .preferenceTime: (.preferences, "time", .time)
        case .preferenceKind: (.preferences, "kind", .text)
        case .preferencePurpose: (.preferences, "purpose", .text)
        case .preferenceService: (.preferences, "service", .text)
        case .preferenceValue: (.preferences, "value", .text)
        case .preferenceRank: (.preferences, "rank", .whole)
        case .consentPerson: (.consents, "person", .person)
        case .consentTime: (.consents, "time", .time)
        case .consentStatus: (.consents, "status", .text)
        case .consentPurpose: (.consents, "purpose", .text)
        case .consentChannel: (.consents, "channel", .text)
        case .consentUntil: (.consents, "until", .time)
        case .feedbackTime: (.feedback, "time", .time)
        case .feedbackPerson: (.feedback, "person", .person)
        case .feedbackService: (.feedback, "service", .text)
        case .feedbackChannel: (.feedback, "channel", .text)
        case .feedbackTouchpoint: (.feedback, "touchpoint", .text)
        case .feedbackOutcome: (.feedback, "outcome", .text)
        case .feedbackScore: (.feedback, "score", .real)
        case .feedbackScale: (.feedback, "scale", .real)
        case .costService: (.costs, "service", .text)
        case .costChannel: (.costs, "channel", .text)
        case .costAmount: (.costs, "amount", .real)
        case .costCurrency: (.costs, "currency", .text)
        case .costFrom: (.costs, "valid_from", .time)
        case .costTo: (.costs, "valid_to", .time)
        case .assessmentCriterion: (.assessments, "criterion", .text)
        case .assessmentKind: (.assessments, "kind", .text)
        case .assessmentScore: (.assessments, "score", .real)
        case .assessmentStatement: (.assessments, "statement", .text)
        case .assessmentOwner: (.assessments, "owner", .text)
        case .assessmentDate: (.assessments, "date", .time)
        case .assessmentExpires: (.assessments, "expires", .time)
        }
    }
}
