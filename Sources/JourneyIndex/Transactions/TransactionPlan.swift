import JourneyModel
import Tallies

/// What is counted of a scope's transactions.
struct TransactionPlan: Sendable {
    let ground: JourneyGround
    let every: PeriodLength
    let periods: [Period]
    /// The part of each period that lies in the range, in order of time; nil for a period outside.
    let spans: [ClosedRange<Int64>?]
    /// What to say of the periods.
    let notes: [Remark]
    /// Traits of whose groups completion is told.
    let traits: [IndexedDimension]
    let costs: TransactionCosts
    /// The latest quarter whose transactions have had their time, and the same a year before.
    let quarters: QuarterPair

    /// Traits of persons with more values than this name persons rather than groups (project rule).
    static let mostGroups = 20

    /// - Parameter trait: One more trait to tell groups by.
    init(_ analyst: ColumnarAnalyst, _ ground: JourneyGround, every: PeriodLength, trait: IndexedDimension?) {
        self.ground = ground
        self.every = every
        (periods, notes) = ground.periods(of: every)
        let spans = periods.map { ground.span(of: $0) }
        self.spans = spans
        let usual = analyst.source.personTraits.filter { $0.values.count <= TransactionPlan.mostGroups }
        traits = usual + [trait].compactMap { $0 }.filter { trait in !usual.contains { $0.name == trait.name } }
        let end = ground.end
        costs = TransactionCosts(
            analyst.source,
            scope: ground.scope,
            rules: ground.rules,
            ends: [end] + spans.map { TransactionPlan.end(of: $0, whole: end) }
        )
        quarters = QuarterPair(ground)
    }

    /// The first instant after a period.
    static func end(of span: ClosedRange<Int64>?, whole end: Int64) -> Int64 {
        min(span?.upperBound ?? end, .max - 1) + 1
    }
}

/// The latest quarter that had ended, and all its transactions their 28 days, by the end of what is looked at; and the same
/// quarter a year before.
struct QuarterPair: Sendable {
    enum Missing: Sendable {
        case events, past
    }

    private(set) var old: ClosedRange<Int64>?
    private(set) var new: ClosedRange<Int64>?
    /// The same as periods of the calendar; nil where there is nothing to compare.
    private(set) var periods: (old: Period, new: Period)?
    /// Why there is nothing to compare.
    private(set) var missing: Missing?

    init(_ ground: JourneyGround) {
        guard let first = ground.first, let horizon = ground.horizon else {
            missing = .events
            return
        }
        let zone = ground.scope.zone
        let known = min(horizon, Timestamp(milliseconds: ground.end)).advanced(by: -journeyGap)
        let latest = Period(.quarter, containing: zone.date(at: known)).advanced(by: -1)
        let before = latest.advanced(by: -4)
        guard let from = before.range(in: zone).from, from.milliseconds >= first - .day,
            let old = ScopeFilter.inclusive(before.range(in: zone)),
            let new = ScopeFilter.inclusive(latest.range(in: zone))
        else {
            missing = .past
            return
        }
        (self.old, self.new) = (old, new)
        periods = (before, latest)
    }
}
