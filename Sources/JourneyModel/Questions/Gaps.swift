/// A distance between a figure and what it should be, with the people it touches: the Overview ranks these.
public struct Gap: Codable, Hashable, Sendable {
    /// Where the gap is explained: the screen that Enter opens, and what it is narrowed to.
    public enum Explanation: Codable, Hashable, Sendable {
        case funnel(service: String?)
        case channels
        case preferences
        case maturity
    }

    /// How `now`, `target` and `before` are written.
    public enum Unit: Codable, Hashable, Sendable {
        /// 0…1, shown as percent.
        case share
        /// A plain number.
        case count
        /// Milliseconds.
        case span
    }

    /// As short as a line of a table: "Preference captured, not used".
    public var title: Remark
    /// Who they are, to be listed; as many as `people`.
    public var group: SubjectGroup
    /// What the figure measures, after the target: "used", "honoured", "leak".
    public var noun: Remark
    /// People affected in range: persons where the store knows them, else cases.
    public var people: Int
    public var now: Measure
    public var target: Double
    public var before: Measure?
    public var unit: Unit
    public var lowerIsBetter: Bool
    /// now - before with its interval; nil where there is no before.
    public var change: RateDifference?
    /// What the gap costs in range, where the cost table says so.
    public var cost: Double?
    /// Must not happen at all: stands first, "act now".
    public var isRedLine: Bool
    public var explanation: Explanation
    /// How `now` came about: of the answer that it is of.
    public var receipt: Receipt?

    public init(
        title: Remark,
        group: SubjectGroup,
        noun: Remark,
        people: Int,
        now: Measure,
        target: Double,
        before: Measure? = nil,
        unit: Unit = .share,
        lowerIsBetter: Bool = false,
        change: RateDifference? = nil,
        cost: Double? = nil,
        isRedLine: Bool = false,
        explanation: Explanation,
        receipt: Receipt? = nil
    ) {
        self.receipt = receipt
        self.title = title
        self.group = group
        self.noun = noun
        self.people = people
        self.now = now
        self.target = target
        self.before = before
        self.unit = unit
        self.lowerIsBetter = lowerIsBetter
        self.change = change
        self.cost = cost
        self.isRedLine = isRedLine
        self.explanation = explanation
    }
}

/// The first screen's question: the four KPIs, the gaps by people affected, the maturity stage.
public struct OverviewQuery: ComposedQuestion, Codable {
    public typealias Answer = OverviewResult

    public var scope: Scope
    /// The period to compare with; nil: none.
    public var before: TimeRange?
    public var targets: Targets
    public var every: PeriodLength

    public init(
        scope: Scope = Scope(),
        before: TimeRange? = nil,
        targets: Targets = Targets(),
        every: PeriodLength = .month
    ) {
        self.scope = scope
        self.before = before
        self.targets = targets
        self.every = every
    }
}

public struct OverviewResult: Answer, Codable {
    public var population: Receipt? { nil }

    public var query: OverviewQuery
    public var indicators: IndicatorsResult
    /// The same figures in the period before; nil without one.
    public var before: Indicators?
    /// Red lines first, then by people affected.
    public var gaps: [Gap]
    public var maturity: MaturityResult
    /// Two or three remarks on what stands out, from significant differences only.
    public var standsOut: [Remark]

    public init(
        query: OverviewQuery,
        indicators: IndicatorsResult,
        before: Indicators?,
        gaps: [Gap],
        maturity: MaturityResult,
        standsOut: [Remark]
    ) {
        self.query = query
        self.indicators = indicators
        self.before = before
        self.gaps = gaps
        self.maturity = maturity
        self.standsOut = standsOut
    }
}
