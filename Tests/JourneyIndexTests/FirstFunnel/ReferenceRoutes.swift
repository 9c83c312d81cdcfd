import JourneyModel
import TestSupport

/// Whole journeys (D10) and what they take, as it is written: slow and obvious.
struct ReferenceRoutes {
    struct Route {
        /// Of the first event that names one.
        var service: String?
        var isStarted = false
        var isCompleted = false
        /// Each once, in the order in which the journey first gets there; what completes it comes last.
        var touchpoints: [String] = []
        /// The same, each once on every channel.
        var spots: [Spot] = []
    }

    struct Spot: Hashable {
        var touchpoint: String
        var channel: String?
    }

    let transactions: ReferenceTransactions
    let routes: [Route]

    init(_ builder: SnapshotBuilder) {
        transactions = ReferenceTransactions(builder)
        let transactions = transactions
        routes = Self.journeys(transactions).map { Self.route($0, transactions) }
    }

    /// Cases up to their completion; and of events without one, persons in a service until completed or 28 days at rest.
    private static func journeys(_ transactions: ReferenceTransactions) -> [[EventRecord]] {
        let all = transactions.records
        var found: [[EventRecord]] = []
        for events in Dictionary(grouping: all.filter { $0.caseID != nil }, by: \.caseID).values {
            let sorted = transactions.sorted(events)
            let end = sorted.firstIndex(where: transactions.completes)
            found.append(end.map { Array(sorted[...$0]) } ?? sorted)
        }
        let loose = all.filter { $0.caseID == nil && $0.person != nil }
        for events in Dictionary(grouping: loose, by: { [$0.person, $0.named(Dimension.service)] }).values {
            var journey: [EventRecord] = []
            for event in transactions.sorted(events) {
                if let last = journey.last, event.time.since(last.time) > 28 * .day {
                    found.append(journey)
                    journey = []
                }
                journey.append(event)
                if transactions.completes(event) {
                    found.append(journey)
                    journey = []
                }
            }
            if !journey.isEmpty { found.append(journey) }
        }
        return found
    }

    private static func route(_ journey: [EventRecord], _ transactions: ReferenceTransactions) -> Route {
        var route = Route()
        for event in journey {
            if route.service == nil { route.service = event.named(Dimension.service) }
            if transactions.has(event, .start) { route.isStarted = true }
            let completes = transactions.completes(event)
            if completes { route.isCompleted = true }
            guard let touchpoint = event.named(Dimension.touchpoint) else { continue }
            let spot = Spot(touchpoint: touchpoint, channel: event.named(Dimension.channel))
            if completes {
                let same = route.spots.filter { $0.touchpoint == touchpoint && $0 != spot }
                route.spots.removeAll { $0.touchpoint == touchpoint }
                route.spots += same + [spot]
            } else if event.named(Dimension.direction) != "outbound", !route.spots.contains(spot) {
                route.spots.append(spot)
            }
            if completes {
                route.touchpoints.removeAll { $0 == touchpoint }
                route.touchpoints.append(touchpoint)
            } else if event.named(Dimension.direction) != "outbound", !route.touchpoints.contains(touchpoint) {
                route.touchpoints.append(touchpoint)
            }
        }
        return route
    }

    /// Those who finish a funnel, and what they take until they do.
    func finishing(_ funnel: FirstFunnel) -> [[Spot]] {
        switch funnel.source {
        case .roles: return routes.filter { $0.isCompleted && $0.service == funnel.service }.map(\.spots)
        case .journeys where routes.contains(where: \.isCompleted):
            return routes.filter(\.isCompleted).map(\.spots)
        case .journeys:
            let end = funnel.steps.last?.name
            return routes.compactMap { route in
                route.spots.firstIndex { $0.touchpoint == end }.map { Array(route.spots[...$0]) }
            }
        case .declared, nil: return []
        }
    }

    /// Those who finish in any service in which somebody starts as this funnel does, and what they take until they do.
    func finishingAlike(_ funnel: FirstFunnel) -> [[Spot]] {
        guard let start = funnel.steps.first else { return [] }
        let alike = Set(routes.filter { Self.place(of: start.anywhere, in: $0.spots) != nil }.map(\.service))
        return routes.filter { $0.isCompleted && alike.contains($0.service) }.map(\.spots)
    }

    /// Of a journey: where a step of any of its touchpoints is first taken.
    static func place(of step: FunnelStep, in route: [Spot]) -> Int? {
        route.firstIndex { spot in
            step.alternatives.contains { step in
                step.touchpoint == spot.touchpoint && step.filters.allSatisfy { $0.keeps(spot.channel) }
            }
        }
    }
}

extension FunnelStep {
    /// The same touchpoints on any channel.
    fileprivate var anywhere: FunnelStep {
        FunnelStep(alternatives.map { StepPredicate(touchpoint: $0.touchpoint) })
    }
}
