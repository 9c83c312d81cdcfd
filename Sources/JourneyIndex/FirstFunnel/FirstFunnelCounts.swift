import JourneyModel
import Tallies

/// What a worker counts in the first round.
struct FirstFunnelCounts: RouteCounter {
    /// What was counted, by codes.
    struct Part: Sendable {
        /// By service's code + 1.
        var started: [Int]
        var finished: [Int]
        /// From a service's code + 1 to a touchpoint's code.
        var reached: [PairCounts.Pair]
        var finishing: [PairCounts.Pair]
        /// By touchpoint's code.
        var ends: [Int]
        /// From the end to a touchpoint on the way.
        var others: [PairCounts.Pair]
    }

    private let started: WorkingTable<Int>
    private let finished: WorkingTable<Int>
    private let ends: WorkingTable<Int>
    private let reached: PairCounts
    private let finishing: PairCounts
    private let others: PairCounts
    private let services: Int
    private let touchpoints: Int

    init(services: Int, touchpoints: Int) {
        (self.services, self.touchpoints) = (services + 1, touchpoints)
        started = WorkingTable(repeating: 0, count: services + 1)
        finished = WorkingTable(repeating: 0, count: services + 1)
        ends = WorkingTable(repeating: 0, count: touchpoints)
        reached = PairCounts(codes: max(services + 1, touchpoints))
        finishing = PairCounts(codes: max(services + 1, touchpoints))
        others = PairCounts(codes: touchpoints)
    }

    func count(_ route: JourneyRoute) {
        if route.isStarted { started[route.service] += 1 }
        if route.isCompleted { finished[route.service] += 1 }
        guard route.count > 0 else { return }
        let end = route[route.count - 1]
        if route.isCompleted { ends[Int(end)] += 1 }
        let service = Int32(truncatingIfNeeded: route.service)
        for place in 0..<route.count {
            let touchpoint = route[place]
            reached.add(from: service, to: touchpoint, subject: 0)
            if route.isCompleted {
                finishing.add(from: service, to: touchpoint, subject: 0)
            } else {
                others.add(from: end, to: touchpoint, subject: 0)
            }
        }
    }

    var part: Part {
        Part(
            started: (0..<services).map { started[$0] },
            finished: (0..<services).map { finished[$0] },
            reached: reached.pairs,
            finishing: finishing.pairs,
            ends: (0..<touchpoints).map { ends[$0] },
            others: others.pairs
        )
    }
}

extension FirstFunnelTally {
    /// Adds what was counted by codes.
    mutating func add(_ part: FirstFunnelCounts.Part, _ rules: ServiceRules, _ touchpoints: IndexedDimension) {
        func name(_ code: Int32) -> ValueName { touchpoints.valueName(of: code) }
        for slot in part.started.indices where part.started[slot] + part.finished[slot] > 0 {
            services.add(Service(started: part.started[slot], finished: part.finished[slot]), to: rules.service(slot))
        }
        for pair in part.reached {
            let reached = TallyTable([name(pair.to): pair.count])
            services.add(Service(reached: reached), to: rules.service(Int(pair.from)))
        }
        for pair in part.finishing {
            let finishing = TallyTable([name(pair.to): pair.count])
            services.add(Service(finishing: finishing), to: rules.service(Int(pair.from)))
        }
        for (code, count) in part.ends.enumerated() where count > 0 { ends.add(count, to: name(Int32(code))) }
        for pair in part.others { others.add(pair.count, to: NamePair(from: name(pair.from), to: name(pair.to))) }
    }
}
