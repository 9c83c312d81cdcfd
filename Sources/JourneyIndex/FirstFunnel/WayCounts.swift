import JourneyModel
import Tallies

/// What a worker counts in the second round: of each way, who finishes it, what they take on it, and in what order.
struct WayCounts: RouteCounter {
    private let ways: [Counted]

    init(_ ways: [FunnelWay], _ rules: ServiceRules, _ touchpoints: IndexedDimension) {
        self.ways = ways.map { Counted($0, rules, touchpoints) }
    }

    func count(_ route: JourneyRoute) {
        for way in ways { way.count(route) }
    }

    var details: FirstFunnelTally.Details { FirstFunnelTally.Details(ways.map(\.route)) }
}

/// One of them.
private final class Counted {
    /// Code + 1; nil: any. One that only other parts of the store have is that of no journey here.
    private let service: Int?
    private let isCompleted: Bool
    /// Nil: the whole journey. One that only other parts have is that of no event here.
    private let end: Int32?
    /// By touchpoint's code, and class of the channel where roles tell them apart: its candidate, -1 for none.
    private let candidates: WorkingTable<Int>
    /// The others, where it has several.
    private var more: [Int: [Int]] = [:]
    private let classes: Int
    private let width: Int
    private var finished = 0
    /// By candidate, then candidate.
    private let order: WorkingTable<Int>
    /// Candidates of the journey in hand, in their order.
    private let taken = WorkingMemory<Int>(capacity: 64)

    init(_ way: FunnelWay, _ rules: ServiceRules, _ touchpoints: IndexedDimension) {
        service =
            switch way.services {
            case .all: nil
            case .one(.missing): 0
            case .one(let name): rules.services.firstIndex { ValueName($0) == name }.map { $0 + 1 } ?? -1
            }
        isCompleted = way.isCompleted
        width = way.candidates.count
        classes = rules.classChannels.count
        candidates = WorkingTable(repeating: -1, count: touchpoints.values.count * classes)
        order = WorkingTable(repeating: 0, count: width * width)
        let codes = touchpoints.codes(of: Set(way.candidates.flatMap(\.touchpoints) + [way.end].compactMap { $0 }))
        end = way.end.map { codes[$0] ?? -1 }
        for (number, candidate) in way.candidates.enumerated() {
            for (place, touchpoint) in candidate.touchpoints.enumerated() {
                guard let code = codes[touchpoint], code >= 0 else { continue }
                for (own, channel) in rules.classChannels.enumerated() {
                    let filters = candidate.filters(of: place)
                    guard filters.allSatisfy({ $0.keeps(channel) }) else { continue }
                    let spot = Int(code) * classes + own
                    if candidates[spot] < 0 {
                        candidates[spot] = number
                    } else if candidates[spot] != number {
                        more[spot, default: []].append(number)
                    }
                }
            }
        }
    }

    @inline(__always)
    func count(_ route: JourneyRoute) {
        if isCompleted, !route.isCompleted { return }
        if let service, service != route.service { return }
        taken.removeAll()
        var isThere = end == nil
        for place in 0..<route.spotCount {
            let spot = Int(route.spot(place))
            let candidate = candidates[spot]
            if candidate >= 0 { take(candidate) }
            if !more.isEmpty { more[spot]?.forEach { take($0) } }
            if Int32(truncatingIfNeeded: spot / classes) == end {
                isThere = true
                break
            }
        }
        guard isThere else { return }
        finished += 1
        for later in 0..<taken.count {
            for earlier in 0...later { order[taken[earlier] * width + taken[later]] += 1 }
        }
    }

    /// One of which another touchpoint came before is taken already.
    @inline(__always)
    private func take(_ candidate: Int) {
        for place in 0..<taken.count where taken[place] == candidate { return }
        taken.append(candidate)
    }

    var route: FirstFunnelTally.Route {
        FirstFunnelTally.Route(finished: finished, width: width, order: (0..<width * width).map { order[$0] })
    }
}
