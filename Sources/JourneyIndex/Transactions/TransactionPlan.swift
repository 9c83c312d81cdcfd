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
    /// Traits of whose groups completion is told: those of persons with few values, and one that was asked for.
    let traits: [IndexedDimension]
    let usualTraits: [IndexedDimension]
    let costs: CostTable
    /// By service's code + 1: in order of time, where what figures of cost ask of its completions begins or ends.
    let costBounds: [[Int64]]
    /// The latest quarter whose transactions have had their time, and the same a year before.
    let quarters: QuarterPair

    /// Traits of persons with more values than this name persons rather than groups (project rule).
    static let mostGroups = 20

    /// - Parameter trait: One more trait to tell groups by.
    init(_ bench: Workbench, _ ground: JourneyGround, every: PeriodLength, trait: IndexedDimension?) {
        self.ground = ground
        self.every = every
        (periods, notes) = ground.periods(of: every)
        let spans = periods.map { ground.span(of: $0) }
        self.spans = spans
        let usual = bench.source.personTraits.filter {
            $0.values.count + $0.elsewhere.count <= TransactionPlan.mostGroups
        }
        usualTraits = usual
        traits = usual + [trait].compactMap { $0 }.filter { trait in !usual.contains { $0.name == trait.name } }
        let end = ground.end
        let costs = bench.source.costs
        self.costs = costs
        costBounds = TransactionCosts(costs, scope: ground.scope).bounds(
            of: [nil] + ground.rules.services,
            ends: [end] + spans.map { TransactionPlan.end(of: $0, whole: end) }
        )
        quarters = QuarterPair(ground)
    }

    /// The time in which completions are counted for figures of cost; nil where there are none.
    var costWindow: ClosedRange<Int64>? {
        guard let first = costBounds.compactMap(\.first).min(), let last = costBounds.compactMap(\.last).max() else {
            return nil
        }
        return first...last
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
