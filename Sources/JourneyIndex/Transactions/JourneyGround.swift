import JourneyModel

/// What every question about transactions, contacts and preferences stands on: the scope's filter, the rules of the
/// services, and what is in scope at all.
struct JourneyGround: Sendable {
    let scope: Scope
    let filter: ScopeFilter
    let rules: ServiceRules
    let horizon: Timestamp?
    let unit: CountingUnit
    /// Of events in scope and range.
    private(set) var events = 0
    private(set) var subjects = 0
    private(set) var eventsWithoutSubject = 0
    /// Events in range by service's code + 1.
    private(set) var eventsByService: [Int]
    /// First and last event that the filters keep, whatever the range.
    private(set) var first: Int64?
    private(set) var last: Int64?

    /// - Throws: `AnalysisError.unknownDimension`.
    init(_ analyst: ColumnarAnalyst, _ scope: Scope) throws {
        self.scope = scope
        filter = try ScopeFilter(scope, source: analyst.source)
        let columns = analyst.allEvents
        rules = ServiceRules(analyst.source, events: columns)
        horizon = scope.asOf ?? analyst.source.horizon
        unit = analyst.defaultUnit
        eventsByService = Array(repeating: 0, count: rules.services.count + 1)
        count(columns, analyst)
    }

    private mutating func count(_ columns: EventColumns, _ analyst: ColumnarAnalyst) {
        let mask = filter.mask(of: columns, appliesRange: false)
        let subject = unit == .person ? columns.person : columns.caseID
        let names = unit == .person ? analyst.source.people : analyst.source.cases
        var seen = Array(repeating: false, count: names.count)
        let times = columns.time
        let service = columns.service
        for index in 0..<columns.count where mask.keeps(index) {
            let time = times[index]
            first = min(first ?? time, time)
            last = max(last ?? time, time)
            guard let range = filter.range, range.contains(time) else { continue }
            events += 1
            eventsByService[Int(service[index]) + 1] += 1
            let code = Int(subject[index])
            if code < 0 {
                eventsWithoutSubject += 1
            } else if !seen[code] {
                seen[code] = true
                subjects += 1
            }
        }
    }

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

    /// Codes + 1 of the services with events in range; what names no service only if a transaction does.
    func services(including tallies: [CompletionTally]) -> [Int] {
        eventsByService.indices.filter { service in
            guard service > 0 else { return tallies[0].started + tallies[0].allCompleted > 0 }
            return eventsByService[service] > 0 || tallies[service].started + tallies[service].allCompleted > 0
        }
    }

    /// The periods of the range as far as the store has data; at most ten thousand, the latest.
    func periods(of length: PeriodLength) -> (periods: [Period], notes: [String]) {
        guard let first, let last, let range = filter.range else { return ([], []) }
        // What lies outside the data has no figures: an open end, or a range that somebody put far too wide.
        let from = max(range.lowerBound, first)
        let to = min(range.upperBound, max(last, horizon?.milliseconds ?? last))
        guard from <= to else { return ([], []) }
        var period = Period(length, containing: scope.zone.date(at: Timestamp(milliseconds: to)))
        let start = Period(length, containing: scope.zone.date(at: Timestamp(milliseconds: from)))
        var periods: [Period] = []
        while period >= start, periods.count < 10_000 {
            periods.append(period)
            period = period.advanced(by: -1)
        }
        let notes = period >= start ? ["the trend shows the latest 10,000 periods only"] : []
        return (periods.reversed(), notes)
    }

    /// The part of a period that lies in the range.
    func span(of period: Period) -> ClosedRange<Int64>? {
        let whole = period.range(in: scope.zone)
        guard let range = filter.range, let from = whole.from, let to = whole.to else { return nil }
        let (low, high) = (max(from.milliseconds, range.lowerBound), min(to.milliseconds - 1, range.upperBound))
        return low <= high ? low...high : nil
    }

    func receipt(_ definitions: [DefinitionID], facts: [Receipt.Fact] = [], notes: [String] = []) -> Receipt {
        Receipt(
            definitions: definitions,
            scope: scope,
            unit: unit,
            events: events,
            subjects: subjects,
            eventsWithoutSubject: eventsWithoutSubject,
            horizon: horizon,
            facts: facts,
            notes: filter.notes + notes
        )
    }
}
