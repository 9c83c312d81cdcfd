import JourneyModel
import TestSupport

extension Fixtures {
    static func channels(_ query: ChannelsQuery) -> ChannelsResult {
        let isBefore = query.scope.range == quarterBefore
        let kinds: [Channel.Kind?] = [.digital, .digital, .assisted, .assisted, nil]
        let names = ["web", "app", "phone", "counter", Dimension.notSet]
        let events = isBefore ? [29_100, 13_000, 11_400, 6980, 40] : [30_400, 14_010, 10_130, 6900, 40]
        let kept = names.indices.filter { index in
            query.scope.filters.allSatisfy { $0.dimension != Dimension.channel || $0.values.contains(names[index]) }
        }
        let all = kept.reduce(0) { $0 + events[$1] }
        let first = Period(query.every, containing: zone.date(at: query.scope.range.from ?? day(2025, 10, 1)))
        var receipt = receipt(query.scope, [.d0])
        // The data reach as far as what is drawn of them, however long its periods are.
        if let horizon = receipt.horizon,
            first.advanced(by: 11) > Period(query.every, containing: zone.date(at: horizon))
        {
            receipt.horizon = day(2040, 1, 1)
        }
        return ChannelsResult(
            query: query,
            periods: (0..<12).flatMap { step in
                kept.map { index in
                    .init(
                        period: first.advanced(by: step),
                        channel: names[index],
                        events: events[index] / 12 + (index == 1 ? step * 40 : step * 3),
                        subjects: events[index] / 30
                    )
                }
            },
            totals: kept.map { index in
                .init(
                    channel: names[index],
                    kind: kinds[index],
                    events: events[index],
                    subjects: events[index] / 8,
                    share: .rate(events[index], of: all, .d0),
                    completed: index == 4 ? nil : events[index] / 5,
                    costPerTransaction: index < 2 || index == 2
                        ? Measure(value: [0.15, 0.32, 2.83][index], definition: .d14)
                        : .absent(.d14, because: "the cost table does not know this channel")
                )
            },
            events: all,
            subjects: 4213,
            receipt: receipt
        )
    }

    static func contacts(_ query: ContactsQuery) -> ContactsResult {
        let isDigitalOnly = query.scope.filters.contains {
            $0.dimension == Dimension.channel && !$0.values.contains("phone")
        }
        let inbound = isDigitalOnly ? 0 : 7310
        return ContactsResult(
            query: query,
            inboundContacts: inbound,
            chases: isDigitalOnly ? 0 : 402,
            repeats: isDigitalOnly ? 0 : 311,
            leaks: isDigitalOnly ? 0 : 218,
            inferred: .rate(isDigitalOnly ? 0 : 890, of: inbound, .d18),
            services: [
                .init(
                    service: "housing",
                    lostDigital: 1301,
                    leaks: 180,
                    leakingPeople: 171,
                    leakRate: .rate(180, of: 1301, .d18),
                    leakCost: 509.4
                ),
                .init(
                    service: "blue badge",
                    lostDigital: 711,
                    leaks: 38,
                    leakingPeople: 38,
                    leakRate: .rate(38, of: 711, .d18),
                    leakCost: 107.54
                ),
                .init(
                    service: "libraries",
                    lostDigital: 12,
                    leaks: 0,
                    leakingPeople: 0,
                    leakRate: .rate(0, of: 12, .d18),
                    leakCost: nil
                ),
            ],
            receipt: receipt(query.scope, [.d18])
        )
    }

    static func channelIndicators(_ query: IndicatorsQuery) -> IndicatorsResult {
        var result = overview().indicators
        result.query = query
        return result
    }
}
