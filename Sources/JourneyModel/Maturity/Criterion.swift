/// One line of the maturity table (D24): what has to hold, how it is measured, and how much is enough.
public struct Criterion: Codable, Hashable, Sendable {
    /// A second bar that the same criterion must clear: no contact after withdrawal (P4), few re-asks (O3).
    public struct Companion: Codable, Hashable, Sendable {
        public var name: String
        public var target: Double
        public var isShare: Bool
        public var lowerIsBetter: Bool

        public init(name: String, target: Double, isShare: Bool, lowerIsBetter: Bool) {
            self.name = name
            self.target = target
            self.isShare = isShare
            self.lowerIsBetter = lowerIsBetter
        }
    }

    public var id: CriterionID
    /// 1…5; 0 for an enabler, which gates nothing.
    public var stage: Int
    public var name: String
    public var target: Double
    /// The value is a share (0…1) rather than a plain number.
    public var isShare: Bool
    public var lowerIsBetter: Bool
    public var companion: Companion?
    /// In words: what is counted, over what.
    public var measuredBy: String
    /// A measurement resting on fewer than this is insufficient evidence. Persons, contacts, events and transactions are
    /// samples and need k = 10; services are counted whole and need one (project rule).
    public var minimumCount: Int
    /// What to do where it blocks: a short imperative.
    public var advice: String

    public init(
        _ id: CriterionID,
        stage: Int,
        _ name: String,
        target: Double,
        isShare: Bool = true,
        lowerIsBetter: Bool = false,
        companion: Companion? = nil,
        measuredBy: String,
        minimumCount: Int = 10,
        advice: String
    ) {
        self.id = id
        self.stage = stage
        self.name = name
        self.target = target
        self.isShare = isShare
        self.lowerIsBetter = lowerIsBetter
        self.companion = companion
        self.measuredBy = measuredBy
        self.minimumCount = minimumCount
        self.advice = advice
    }
}

/// What the store says of a criterion.
public enum Evidence: Codable, Hashable, Sendable {
    /// `value` in the target's unit, `companion` in the companion's, resting on `n`; `over` says over what.
    case measured(value: Double, companion: Double? = nil, n: Int, over: Remark)
    /// A line that must not be crossed was: Not achieved, however little data there is (P4).
    case breached(value: Double?, companion: Double, n: Int, over: Remark)
    /// Too little data, or none: insufficient evidence, never a score of 0.
    case insufficient(n: Int?, because: Remark)
}
