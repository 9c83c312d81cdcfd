import JourneyModel

/// Cost per transaction (D14): what the cost table says of the twelve months up to a time, over the transactions completed
/// in that time.
///
/// - An amount counts by the part of its span that lies in the twelve months.
/// - Twelve months are cut to the time that the store has data for, and a service's completions to the time that its costs
///   cover, so that both sides speak of the same time (project rule).
/// - A shared cost is split over channels by their share of the service's completions.
///
/// Completions are not kept: they are counted between the few instants that figures begin or end at (`CompletionCounts`).
struct TransactionCosts: Sendable {
    let currency: String?
    private let absence: Remark?
    /// By service, those of each in the order of their import.
    private let rows: [String: [Cost]]
    let rules: ServiceRules
    /// By service's code + 1: in order of time, where what is asked of its completions begins or ends.
    private(set) var bounds: [[Int64]]
    private let zone: Zone
    private let dataFrom: Int64
    private let dataTo: Int64

    /// - Parameter ends: the ends that figures will be asked for.
    init(_ source: EventSource, scope: Scope, rules: ServiceRules, ends: [Int64]) {
        let records = source.records(.costs)
        let currency = records.codes(.costCurrency)
        let currencies = Set((0..<records.count).map { currency[$0] })
            .map { $0 < 0 ? "" : records.texts(.costCurrency)[Int($0)] }.sorted()
        let other = scope.filters.map(\.dimension).first { $0 != Dimension.service }
        if records.count == 0 {
            absence = .noCosts
        } else if currencies.count > 1 {
            absence = .severalCurrencies(currencies)
        } else if let other {
            absence = .costsByServiceOnly(other)
        } else {
            absence = nil
        }
        self.currency = currencies.count == 1 ? currencies[0] : nil
        rows = TransactionCosts.rows(records)
        self.rules = rules
        zone = scope.zone
        dataFrom = source.image.manifest.first ?? .max
        dataTo = (scope.asOf ?? source.horizon)?.advanced(by: 1).milliseconds ?? .min
        bounds = Array(repeating: [], count: rules.services.count + 1)
        guard absence == nil else { return }
        let spans = Set(ends).compactMap { span(before: $0) }
        for service in bounds.indices {
            let covered = spans.compactMap { account(service, $0)?.covered }
            bounds[service] = Set(covered.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
        }
    }

    private struct Cost: Sendable {
        let from: Int64
        /// A cost without a span is of its first instant.
        let end: Int64
        let amount: Double
        /// Nil: of all channels.
        let channel: String?
    }

    private static func rows(_ records: RecordRows) -> [String: [Cost]] {
        let (service, channel) = (records.text(.costService), records.text(.costChannel))
        let (from, to) = (records.everyTime(.costFrom), records.everyTime(.costTo))
        let amount = records.reals(.costAmount)
        return Dictionary(grouping: 0..<records.count) { service($0) ?? "" }.mapValues { rows in
            rows.map { row in
                let after = Timestamp(milliseconds: from[row]).advanced(by: 1).milliseconds
                return Cost(
                    from: from[row],
                    end: max(to[row], after),
                    amount: amount?[row] ?? 0,
                    channel: channel(row)
                )
            }
        }
    }

    /// The time that figures can be asked for; nil where there are none.
    var window: ClosedRange<Int64>? {
        guard let first = bounds.compactMap(\.first).min(), let last = bounds.compactMap(\.last).max() else {
            return nil
        }
        return first...last
    }

    /// Over which contacts the costs of channels up to `end` are shared out; nil where no costs are known.
    func contactSpan(before end: Int64) -> Range<Int64>? {
        absence == nil ? span(before: end) : nil
    }

    /// The twelve months before `end`, cut to the data.
    private func span(before end: Int64) -> Range<Int64>? {
        let to = min(end, dataTo)
        // Before the data there is no calendar to count back in either: where nothing matches, `end` is the least of times.
        guard dataFrom < to else { return nil }
        let from = max(yearBefore(Timestamp(milliseconds: to)).milliseconds, dataFrom)
        return from < to ? from..<to : nil
    }

    private func yearBefore(_ time: Timestamp) -> Timestamp {
        let date = zone.date(at: time)
        let day = date.month == 2 && date.day == 29 ? 28 : date.day
        guard let before = CivilDate(year: date.year - 1, month: date.month, day: day) else { return time }
        let sinceMidnight = zone.localMilliseconds(at: time) - Int64(date.daysSinceEpoch) * .day
        return zone.instant(localMilliseconds: Int64(before.daysSinceEpoch) * .day + sinceMidnight)
    }

    /// What a service cost in `span`, shared and by channel, and the part of it that its costs cover.
    private func account(
        _ service: Int,
        _ span: Range<Int64>
    ) -> (cost: Double, own: [String: Double], covered: Range<Int64>)? {
        guard service > 0, let rows = rows[rules.services[service - 1]] else { return nil }
        let overlapping = rows.filter { max($0.from, span.lowerBound) < min($0.end, span.upperBound) }
        guard let from = overlapping.map(\.from).min(), let to = overlapping.map(\.end).max() else {
            return nil
        }
        var shared = 0.0
        var own: [String: Double] = [:]
        for row in overlapping {
            let length = Double(row.end - row.from)
            let part = Double(min(row.end, span.upperBound) - max(row.from, span.lowerBound))
            let amount = row.amount * part / length
            if let channel = row.channel { own[channel, default: 0] += amount } else { shared += amount }
        }
        return (shared, own, max(from, span.lowerBound)..<min(to, span.upperBound))
    }

    /// The figure for some services (codes + 1) up to `end`.
    func perTransaction(_ services: [Int], before end: Int64, _ completions: CompletionCounts) -> Measure {
        if let absence { return .absent(.d14, because: absence) }
        guard let span = span(before: end) else {
            return .absent(.d14, because: .noDataInYear)
        }
        var cost = 0.0
        var done = 0
        var without: [String] = []
        for service in services where service > 0 {
            guard let account = account(service, span) else {
                without.append(rules.services[service - 1])
                continue
            }
            let here = completions.count(service, in: account.covered)
            guard here > 0 else {
                without.append(rules.services[service - 1])
                continue
            }
            cost += account.cost + account.own.values.sorted().reduce(0, +)
            done += here
        }
        guard done > 0 else {
            return .absent(.d14, because: .noServiceWithCosts)
        }
        return measure(cost, done, span: span, end: end, without: without)
    }

    /// The figure for one channel over some services: its own costs and its share of the shared ones.
    func perTransaction(
        channel: Int32,
        of services: [Int],
        before end: Int64,
        _ completions: CompletionCounts
    ) -> Measure {
        if let absence { return .absent(.d14, because: absence) }
        guard channel >= 0, let span = span(before: end) else {
            return .absent(.d14, because: .noDataInYear)
        }
        var cost = 0.0
        var done = 0
        for service in services where service > 0 {
            guard let account = account(service, span) else { continue }
            let all = completions.count(service, in: account.covered)
            guard all > 0 else { continue }
            let here = completions.count(service, channel: channel, in: account.covered)
            cost += account.own[rules.channels[Int(channel)]] ?? 0
            cost += account.cost * Double(here) / Double(all)
            done += here
        }
        guard done > 0 else {
            return .absent(.d14, because: .noChannelWithCosts)
        }
        return measure(cost, done, span: span, end: end, without: [])
    }

    private func measure(_ cost: Double, _ done: Int, span: Range<Int64>, end: Int64, without: [String]) -> Measure {
        var caveats: [Remark] = []
        let days = Int((span.upperBound - span.lowerBound) / .day)
        if days < 360 { caveats.append(.dataCoverDays(days)) }
        if !without.isEmpty { caveats.append(.servicesWithoutCosts(without.sorted())) }
        return Measure(
            value: cost / Double(done),
            numerator: cost,
            denominator: Double(done),
            definition: .d14,
            caveats: caveats
        )
    }

    /// What one contact on `channel` of `service` (code + 1) costs: the channel's own costs in the twelve months before
    /// `end` over the `contacts` in the same time (`contactSpan`). Nil where the cost table does not know the channel there.
    func perContact(service: Int, channel: Int32, before end: Int64, contacts: Int) -> Double? {
        guard absence == nil, channel >= 0, let span = span(before: end) else { return nil }
        guard let amount = account(service, span)?.own[rules.channels[Int(channel)]] else { return nil }
        return contacts > 0 ? amount / Double(contacts) : nil
    }
}
