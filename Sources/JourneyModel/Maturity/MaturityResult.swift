/// How mature the service is, by the five stages and their gate (D24).
public struct MaturityQuery: Question, Codable {
    public typealias Answer = MaturityResult

    public var scope: Scope

    public init(scope: Scope = Scope()) {
        self.scope = scope
    }
}

/// How far a criterion is met: the N-P-L-F scale of ISO/IEC 33020.
public enum Rating: String, CaseIterable, Comparable, Codable, Hashable, Sendable {
    case notAchieved = "Not"
    case partially = "Partially"
    case largely = "Largely"
    case fully = "Fully"

    /// N up to 15, P up to 50, L up to 85, F above (scores 0…100).
    public init(score: Double) {
        switch score {
        case ...15: self = .notAchieved
        case ...50: self = .partially
        case ...85: self = .largely
        default: self = .fully
        }
    }

    private var rank: Int { Rating.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: Rating, right: Rating) -> Bool { left.rank < right.rank }
}

/// The state of one criterion.
public struct CriterionResult: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Hashable, Sendable { case measured, attested, asserted }

    public var id: String
    public var name: String
    public var kind: Kind
    /// Measured value, in the target's unit; nil where there is none.
    public var value: Double?
    public var target: Double
    /// Values and targets are shares (shown as percent) rather than plain numbers.
    public var isShare: Bool
    /// A smaller value is better (re-ask rate).
    public var lowerIsBetter: Bool
    /// 0…100; nil means insufficient evidence, never 0 for lack of data.
    public var score: Double?
    public var rating: Rating?
    /// What the value rests on: persons, services, events … as the evidence says.
    public var n: Int?
    /// In words: what was measured over how long, or why there is not enough, or whose statement it is.
    public var evidence: String
    /// Not applicable, with this reason: removed from the gate and listed.
    public var notApplicable: String?
    /// The second bar of a two-part criterion, and what was measured for it: contacts after withdrawal (P4, a count),
    /// hand-offs that ask again (O3, a share). Lower is better for both.
    public var companionValue: Double?
    public var companionTarget: Double?
    public var companionIsShare: Bool
    /// When a statement stops counting in full.
    public var expires: Timestamp?
    /// What to do where it blocks: a short imperative.
    public var advice: String

    public init(
        id: String,
        name: String,
        kind: Kind,
        value: Double?,
        target: Double,
        isShare: Bool,
        lowerIsBetter: Bool = false,
        score: Double?,
        rating: Rating?,
        n: Int?,
        evidence: String,
        notApplicable: String? = nil,
        companionValue: Double? = nil,
        companionTarget: Double? = nil,
        companionIsShare: Bool = false,
        expires: Timestamp? = nil,
        advice: String = ""
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.value = value
        self.target = target
        self.isShare = isShare
        self.lowerIsBetter = lowerIsBetter
        self.score = score
        self.rating = rating
        self.n = n
        self.evidence = evidence
        self.notApplicable = notApplicable
        self.companionValue = companionValue
        self.companionTarget = companionTarget
        self.companionIsShare = companionIsShare
        self.expires = expires
        self.advice = advice
    }
}

public struct MaturityResult: CountedAnswer, Codable {
    public struct Stage: Codable, Hashable, Sendable {
        public var number: Int
        public var name: String
        /// Every criterion at least Largely, every criterion of all lower stages Fully.
        public var isHeld: Bool
        /// Mean of the criteria's scores, for display only, never for the gate; nil where none has one.
        public var score: Double?
        public var criteria: [CriterionResult]

        public init(number: Int, name: String, isHeld: Bool, score: Double?, criteria: [CriterionResult]) {
            self.number = number
            self.name = name
            self.isHeld = isHeld
            self.score = score
            self.criteria = criteria
        }
    }

    /// What keeps the next stage from being held.
    public struct Blocker: Codable, Hashable, Sendable {
        public var criterion: String
        public var name: String
        public var score: Double?
        public var rating: Rating?
        /// The rating that the gate asks for.
        public var needed: Rating
        /// Points of score (0…100) still missing; nil where there is not enough evidence to say.
        public var distance: Double?
        /// What to do about it: a short imperative.
        public var advice: String

        public init(
            criterion: String,
            name: String,
            score: Double?,
            rating: Rating?,
            needed: Rating,
            distance: Double? = nil,
            advice: String = ""
        ) {
            self.criterion = criterion
            self.name = name
            self.score = score
            self.rating = rating
            self.needed = needed
            self.distance = distance
            self.advice = advice
        }
    }

    public var query: MaturityQuery
    /// The stage held; 0 means "not yet started".
    public var stage: Int
    /// The stage to work towards; nil where the fifth is held.
    public var next: Int?
    /// Nearest to its goal first.
    public var blockers: [Blocker]
    public var stages: [Stage]
    /// Attested, shown beside the stages, not gating.
    public var enablers: [CriterionResult]
    public var receipt: Receipt

    public init(
        query: MaturityQuery,
        stage: Int,
        next: Int?,
        blockers: [Blocker],
        stages: [Stage],
        enablers: [CriterionResult],
        receipt: Receipt
    ) {
        self.query = query
        self.stage = stage
        self.next = next
        self.blockers = blockers
        self.stages = stages
        self.enablers = enablers
        self.receipt = receipt
    }
}
