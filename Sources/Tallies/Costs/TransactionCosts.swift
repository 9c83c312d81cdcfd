public import JourneyModel

/// Cost per transaction (D14): what the cost table says of the twelve months up to a time, over the transactions completed
/// in that time.
///
/// - An amount counts by the part of its span that lies in the twelve months.
/// - Twelve months are cut to the time that the store has data for, and a service's completions to the time that its costs
///   cover, so that both sides speak of the same time (project rule).
/// - A shared cost is split over channels by their share of the service's completions.
///
/// Completions are not kept: they are counted between the few instants that figures begin or end at (`CostCompletions`).
/// Sums go by the services' names, so that equal tallies give equal digits.
public struct TransactionCosts: Sendable {
    public let currency: String?
    private let absence: Remark?
    /// By service, those of each in the order of their import.
    private let rows: [String: [CostTable.Row]]
    private let zone: Zone
    private let dataFrom: Int64
    private let dataTo: Int64

    public init(_ table: CostTable, scope: Scope) {
        let currencies = Set(table.rows.map(\.currency)).sorted()
        let other = scope.filters.map(\.dimension).first { $0 != Dimension.service }
        if table.rows.isEmpty {
            absence = .noCosts
        } else if currencies.count > 1 {
            absence = .severalCurrencies(currencies)
        } else if let other {
            absence = .costsByServiceOnly(other)
        } else {
            absence = nil
        }
        currency = currencies.count == 1 ? currencies[0] : nil
        rows = Dictionary(grouping: table.rows, by: \.service)
        zone = scope.zone
        dataFrom = table.dataFrom?.milliseconds ?? .max
        dataTo = scope.horizon(of: table.horizon)?.advanced(by: 1).milliseconds ?? .min
    }

    /// For each of `services` (nil names none), in order of time: where what figures up to `ends` ask of its completions
    /// begins or ends.
    public func bounds(of services: [String?], ends: [Int64]) -> [[Int64]] {
        guard absence == nil else { return services.map { _ in [] } }
        let spans = Set(ends).compactMap { span(before: $0) }
        return services.map { service in
            let covered = spans.compactMap { span in service.flatMap { account($0, span)?.covered } }
            return Set(covered.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
        }
    }

    /// Over which contacts the costs of channels up to `end` are shared out; nil where no costs are known.
    public func contactSpan(before end: Int64) -> Range<Int64>? {
        absence == nil ? span(before: end) : nil
    }

    /// Services that the table knows, by name.
    var services: [String] { rows.keys.sorted() }

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
        _ service: String,
        _ span: Range<Int64>
    ) -> (cost: Double, own: [String: Double], covered: Range<Int64>)? {
        let overlapping = (rows[service] ?? []).filter { max($0.from, span.lowerBound) < min($0.end, span.upperBound) }
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

    /// The figure for some services up to `end`.
    func perTransaction(_ services: [String], before end: Int64, _ completions: CompletionSums) -> Measure {
        if let absence { return .absent(.d14, because: absence) }
        guard let span = span(before: end) else {
            return .absent(.d14, because: .noDataInYear)
        }
        var cost = 0.0
        var done = 0
        var without: [String] = []
        for service in services.sorted() {
            guard let account = account(service, span) else {
                without.append(service)
                continue
            }
            let here = completions.count(service, in: account.covered)
            guard here > 0 else {
                without.append(service)
                continue
            }
            cost += account.cost + account.own.values.sorted().reduce(0, +)
            done += here
        }
        guard done > 0 else {
            return .absent(.d14, because: .noServiceWithCosts)
        }
        return measure(cost, done, span: span, without: without)
    }

    /// Channels whose own costs are part of the figures up to `end`, whether anything happened there or not.
    func channels(before end: Int64, _ completions: CompletionSums) -> Set<String> {
        guard absence == nil, let span = span(before: end) else { return [] }
        let accounts = services.compactMap { service in
            account(service, span).flatMap { completions.count(service, in: $0.covered) > 0 ? $0.own.keys : nil }
        }
        return Set(accounts.flatMap { $0 })
    }

    /// The figure for one channel (nil: none that is known) over all services: its own costs and its share of the shared
    /// ones.
    func perTransaction(channel: String?, before end: Int64, _ completions: CompletionSums) -> Measure {
        if let absence { return .absent(.d14, because: absence) }
        guard let channel, let span = span(before: end) else {
            return .absent(.d14, because: .noDataInYear)
        }
        var cost = 0.0
        var done = 0
        for service in services {
            guard let account = account(service, span) else { continue }
            let all = completions.count(service, in: account.covered)
            guard all > 0 else { continue }
            let here = completions.count(service, on: channel, in: account.covered)
            cost += account.own[channel] ?? 0
            cost += account.cost * Double(here) / Double(all)
            done += here
        }
        guard done > 0 else {
            return .absent(.d14, because: .noChannelWithCosts)
        }
        return measure(cost, done, span: span, without: [])
    }

    private func measure(_ cost: Double, _ done: Int, span: Range<Int64>, without: [String]) -> Measure {
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

    /// What one contact on `channel` of `service` costs: the channel's own costs in the twelve months before `end` over the
    /// `contacts` in the same time (`contactSpan`). Nil where the cost table does not know the channel there.
    func perContact(service: String, channel: String, before end: Int64, contacts: Int) -> Double? {
        guard absence == nil, let span = span(before: end) else { return nil }
        guard let amount = account(service, span)?.own[channel] else { return nil }
        return contacts > 0 ? amount / Double(contacts) : nil
    }
}
