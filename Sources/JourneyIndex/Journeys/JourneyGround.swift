import JourneyModel
import Tallies

/// What every question about transactions, contacts and preferences stands on: the scope's filter, the rules of the
/// services, and what is in scope at all.
struct JourneyGround: ReceiptSource, Sendable {
    var scope: Scope
    let filter: ScopeFilter
    let rules: ServiceRules
    let live: LiveEvents
    /// Of the rows of `live`: those that the filters and the as-of time keep, whatever the range. Who started before the
    /// range may complete within it.
    let mask: EventMask
    let horizon: Timestamp?
    let later: Int
    /// By which the events lie together: the unit that is counted, but in a part of a store that has nobody's events only.
    let unit: CountingUnit
    let countedUnit: CountingUnit
    /// First and last event that the filters keep, whatever the range.
    let first: Int64?
    let last: Int64?
    private let count: GroundCount

    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    init(_ bench: Workbench, _ scope: Scope, rules: ServiceRules, mask known: EventMask?) async throws {
        let filter = try ScopeFilter(scope, source: bench.source)
        let live = LiveEvents(bench)
        let mask = known ?? filter.mask(of: live.projection.events, appliesRange: false)
        self.scope = scope
        self.filter = filter
        self.rules = rules
        self.live = live
        self.mask = mask
        horizon = scope.horizon(of: bench.source.horizon)
        later = bench.source.reach.later
        unit = bench.storedUnit
        countedUnit = bench.defaultUnit
        count = try await GroundCount.of(live, mask, in: filter.range, services: rules.services.count)
        if let facts = bench.source.facts {
            (first, last) = (facts.first?.milliseconds, facts.last?.milliseconds)
        } else {
            (first, last) = (count.first, count.last)
        }
    }

    /// Events and subjects in scope and range.
    var events: Int { count.events }
    var subjects: Int { unit == countedUnit ? count.subjects : 0 }
    var eventsWithoutSubject: Int { unit == countedUnit ? count.eventsWithoutSubject : count.events }
    /// Events in range by service's code + 1.
    var eventsByService: [Int] { count.eventsByService }

    /// What a receipt says of the scope.
    var tally: ScopeTally { tally(events: events, subjects: subjects) }

    @inline(__always)
    func isInRange(_ time: Int64) -> Bool { filter.range?.contains(time) ?? false }

    /// The first instant after the range, or after the last event where the range is open.
    var end: Int64 {
        if let to = scope.range.to { return to.milliseconds }
        return min(last ?? .min, .max - 1) + 1
    }

    /// The last instant of which something may be known: the range's end, the as-of time and the horizon, whichever is
    /// first. States of persons (preferences, consents) are as of then.
    var stateTime: Int64 {
        let range = filter.range?.upperBound ?? .max
        return min(range, horizon?.milliseconds ?? .max)
    }

    private static let mostPeriods = 10_000

    /// The periods of the range as far as the store has data; of too many the latest.
    func periods(of length: PeriodLength) -> (periods: [Period], notes: [Remark]) {
        guard let first, let last, let range = filter.range else { return ([], []) }
        // What lies outside the data has no figures: an open end, or a range that somebody put far too wide.
        let from = max(range.lowerBound, first)
        let to = min(range.upperBound, horizon?.milliseconds ?? last)
        guard from <= to else { return ([], []) }
        var period = Period(length, containing: scope.zone.date(at: Timestamp(milliseconds: to)))
        let start = Period(length, containing: scope.zone.date(at: Timestamp(milliseconds: from)))
        var periods: [Period] = []
        while period >= start, periods.count < JourneyGround.mostPeriods {
            periods.append(period)
            period = period.advanced(by: -1)
        }
        let notes: [Remark] = period >= start ? [.latestPeriodsOnly(JourneyGround.mostPeriods)] : []
        return (periods.reversed(), notes)
    }

    /// The part of a period that lies in the range.
    func span(of period: Period) -> ClosedRange<Int64>? {
        let whole = period.range(in: scope.zone)
        guard let range = filter.range, let from = whole.from, let to = whole.to else { return nil }
        let (low, high) = (max(from.milliseconds, range.lowerBound), min(to.milliseconds - 1, range.upperBound))
        return low <= high ? low...high : nil
    }
}
