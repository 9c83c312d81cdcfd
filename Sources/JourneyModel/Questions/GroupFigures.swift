/// The figure of a gap by the values of a dimension or trait: of each value the figure that the store has under a filter on
/// it, so that a row, the screen narrowed to it and its list say the same (D7, D21 and the figure's own rule).
public struct GroupFiguresQuery: ComposedQuestion {
    public typealias Answer = GroupFiguresResult

    /// More values than these are not asked for one by one: the most frequent are, the others are counted (project rule).
    public static let mostValues = 20

    public var scope: Scope
    /// Whose figure it is: any group but a part of a funnel, which has a breakdown of its own.
    public var group: SubjectGroup
    /// A dimension or a trait, such as `person.age_band`.
    public var by: String

    public init(scope: Scope = Scope(), group: SubjectGroup, by: String) {
        self.scope = scope
        self.group = group
        self.by = by
    }
}

public struct GroupFiguresResult: CountedAnswer {
    public struct Row: Hashable, Sendable {
        /// `Dimension.notSet` for what has no value.
        public var value: String
        public var figure: Measure
        /// Whom the group counts under this value, as the list of them does; nil where the figure does not say.
        public var people: Int?
        /// Whom the store has under this value in the scope, whether or not the figure counts them.
        public var subjects: Int
        /// Against all others (D7); nil where the row is no part of the whole, or the figure is no share of a count.
        public var againstRest: RateDifference?

        public init(
            value: String,
            figure: Measure,
            people: Int?,
            subjects: Int,
            againstRest: RateDifference? = nil
        ) {
            self.value = value
            self.figure = figure
            self.people = people
            self.subjects = subjects
            self.againstRest = againstRest
        }
    }

    public var query: GroupFiguresQuery
    /// The figure of all of them: the gap's own.
    public var whole: Measure
    public var people: Int?
    public var unit: Gap.Unit
    public var lowerIsBetter: Bool
    /// Worst first, absent figures last.
    public var rows: [Row]
    /// Values that were not asked for, being more than can be.
    public var valuesLeftOut: Int
    public var receipt: Receipt

    public init(
        query: GroupFiguresQuery,
        whole: Measure,
        people: Int?,
        unit: Gap.Unit = .share,
        lowerIsBetter: Bool = false,
        rows: [Row],
        valuesLeftOut: Int = 0,
        receipt: Receipt
    ) {
        self.query = query
        self.whole = whole
        self.people = people
        self.unit = unit
        self.lowerIsBetter = lowerIsBetter
        self.rows = rows
        self.valuesLeftOut = valuesLeftOut
        self.receipt = receipt
    }

    /// What the rows count together, and what the whole does; nil where either is not known (D0).
    public var counted: (rows: Int, whole: Int)? {
        func count(_ measure: Measure) -> Int? {
            if unit == .count { return measure.value.flatMap { Int(exactly: $0) } }
            if let denominator = measure.denominator { return Int(exactly: denominator) }
            return measure.caveats.contains(.nobodyToCount) ? 0 : nil
        }
        let counts = rows.compactMap { count($0.figure) }
        guard counts.count == rows.count, let whole = count(whole) else { return nil }
        return (counts.reduce(0, +), whole)
    }
}
