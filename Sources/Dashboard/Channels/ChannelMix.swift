import JourneyModel

/// Each channel's share of a period's events, period by period without gaps.
struct ChannelMix: Hashable, Sendable {
    var length: PeriodLength
    /// In order of time.
    var periods: [Period]
    /// By channel, its share of the period's events; nil for a period without any event.
    var shares: [String: [Double?]]
    /// By channel.
    var events: [String: [Int]]

    /// More periods than any terminal has columns are not drawn anyway.
    private static let mostPeriods = 600

    init(_ result: ChannelsResult) {
        length = result.query.every
        periods = []
        shares = [:]
        events = [:]
        // Neither what is dated after the end of the data nor what is dated long before it makes a million periods.
        let scope = result.query.scope
        let end = result.receipt.horizon.map { Period(length, containing: scope.zone.date(at: $0)) }
        let met = result.periods.map(\.period)
        guard let first = met.min(),
            let last = met.filter({ period in end.map { period <= $0 } ?? true }).max() ?? met.max()
        else { return }
        var period = last
        while period >= first, periods.count < Self.mostPeriods {
            periods.append(period)
            period = period.advanced(by: -1)
        }
        periods.reverse()
        let place = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($0.element, $0.offset) })
        var totals = Array(repeating: 0, count: periods.count)
        for cell in result.periods { if let at = place[cell.period] { totals[at] += cell.events } }
        for cell in result.periods {
            guard let at = place[cell.period] else { continue }
            events[cell.channel, default: Array(repeating: 0, count: periods.count)][at] += cell.events
        }
        shares = events.mapValues { counts in
            zip(counts, totals).map { $0.share(of: $1) }
        }
    }
}
