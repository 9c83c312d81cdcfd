/// The commonest whole journeys of a service, and what they have in common.
struct JourneyWays: Sendable {
    static let mostWays = 2000
    /// A role is given to at most so many touchpoints, and a backbone has at most so many steps between start and end.
    private static let most = 4

    private let ways: [(path: [String], count: Int)]
    let total: Int
    /// Journeys that begin with a touchpoint, end with it, come by it.
    let begun: [String: Int]
    let ended: [String: Int]
    let reached: [String: Int]

    init(_ ways: [(path: [String], count: Int)]) {
        self.ways = ways.filter { !$0.path.isEmpty }
        total = self.ways.reduce(0) { $0 + $1.count }
        var (begun, ended, reached): ([String: Int], [String: Int], [String: Int]) = ([:], [:], [:])
        for (path, count) in self.ways {
            begun[path[0], default: 0] += count
            ended[path[path.count - 1], default: 0] += count
            for name in Set(path) { reached[name, default: 0] += count }
        }
        (self.begun, self.ended, self.reached) = (begun, ended, reached)
    }

    /// Most reached first.
    var touchpoints: [String] { JourneyWays.ranked(reached) }

    private static func ranked(_ counts: [String: Int]) -> [String] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// Where a tenth of the journeys begin, or more; else where most do.
    var starts: [String] {
        let all = JourneyWays.ranked(begun)
        let likely = all.filter { (begun[$0] ?? 0) * 10 >= total }
        return Array((likely.isEmpty ? Array(all.prefix(1)) : likely).prefix(JourneyWays.most))
    }

    /// Where most of those who get there end, and not too few do; where there is no such thing, what is called as an end is,
    /// and where a tenth of those who get there end. Else none: where people give up is no end.
    func ends(except others: [String], called isCalledSo: (String) -> Bool) -> [String] {
        let all = JourneyWays.ranked(ended).filter { !others.contains($0) }
        func end(_ name: String, share: Int) -> Bool { (ended[name] ?? 0) * share >= (reached[name] ?? 0) }
        let likely = all.filter { end($0, share: 2) && (ended[$0] ?? 0) * 10 >= total }
        return Array(
            (likely.isEmpty ? all.filter { isCalledSo($0) && end($0, share: 10) } : likely).prefix(JourneyWays.most)
        )
    }

    /// What most journeys that get from one of `starts` to one of `ends` take between them, in the order in which most do, and
    /// how many get there.
    func backbone(
        from starts: [String],
        to ends: [String],
        without ignored: [String]
    ) -> (finished: Int, steps: [(name: String, count: Int)]) {
        var finished = 0
        var taken: [String: Int] = [:]
        var places: [String: Double] = [:]
        for (path, count) in ways {
            guard let start = path.firstIndex(where: starts.contains),
                let end = path[start...].firstIndex(where: ends.contains)
            else { continue }
            finished += count
            var seen: Set<String> = []
            for (place, name) in path[start..<end].enumerated() where seen.insert(name).inserted {
                taken[name, default: 0] += count
                places[name, default: 0] += Double(place) / Double(max(1, end - start)) * Double(count)
            }
        }
        let shared = JourneyWays.ranked(taken).filter { name in
            !(starts + ends + ignored).contains(name) && (taken[name] ?? 0) * 2 >= finished
        }
        func place(_ name: String) -> Double { (places[name] ?? 0) / Double(max(1, taken[name] ?? 1)) }
        let steps = shared.prefix(JourneyWays.most).sorted { (place($0), $0) < (place($1), $1) }
        return (finished, steps.map { (name: $0, count: taken[$0] ?? 0) })
    }
}
