/// Completion by groups of people, worst first (D21).
public struct EquityQuery: Question {
    public typealias Answer = EquityResult

    public var scope: Scope
    /// A trait, such as `person.age_band`.
    public var trait: String

    public init(scope: Scope = Scope(), trait: String) {
        self.scope = scope
        self.trait = trait
    }
}

public struct EquityResult: CountedAnswer {
    public struct Group: Hashable, Sendable {
        public var value: String
        /// Completed / started transactions of the group's people (D12).
        public var completion: Measure
        /// People with a started transaction.
        public var people: Int
        /// Against everybody else (D7).
        public var againstRest: RateDifference?

        public init(value: String, completion: Measure, people: Int, againstRest: RateDifference?) {
            self.value = value
            self.completion = completion
            self.people = people
            self.againstRest = againstRest
        }
    }

    public var query: EquityQuery
    /// Lowest completion first; absent ones last.
    public var groups: [Group]
    /// Completed / started transactions of everybody, with or without a value of the trait (D12).
    public var whole: Measure
    /// People whose trait is not set / all: above 20% the comparison is unsafe (D21).
    public var unknown: Measure
    public var receipt: Receipt

    public init(query: EquityQuery, groups: [Group], whole: Measure, unknown: Measure, receipt: Receipt) {
        self.query = query
        self.groups = groups
        self.whole = whole
        self.unknown = unknown
        self.receipt = receipt
    }
}
