import JourneyModel

extension Fixtures {
    static func paths(_ query: PathsQuery) -> PathsResult {
        let counts: [(from: String, to: String, count: Int, subjects: Int, of: Int, gap: Milliseconds)] = [
            ("landing", "start form", 3067, 2890, 4100, 3 * .minute),
            ("start form", "upload document", 2268, 2204, 3301, 26 * .hour),
            ("upload document", "submit", 1801, 1790, 2410, 9 * .hour),
            ("submit", "confirmation", 1609, 1609, 1930, 8 * .second),
            ("start form", "call", 430, 402, 3301, 5 * .hour),
            ("landing", "help page", 392, 371, 4100, 40 * .second),
            ("call", "call", 120, 88, 610, 3 * .day),
        ]
        return PathsResult(
            query: query,
            transitions: counts.map {
                .init(
                    from: $0.from,
                    to: $0.to,
                    count: $0.count,
                    subjects: $0.subjects,
                    share: .rate($0.count, of: $0.of, .d9),
                    medianGap: Double($0.gap)
                )
            },
            transitionTotal: 10_402,
            distinctTransitions: 61,
            starts: values([("landing", 3402), ("help page", 611), ("call", 200)]),
            ends: values([("confirmation", 1609), ("landing", 1102), ("call", 802), ("start form", 700)]),
            handOffs: handOffs(HandOffsQuery(scope: query.scope)),
            rework: [
                .init(touchpoint: "upload document", selfLoops: 310, repetitions: 101, subjects: 377),
                .init(touchpoint: "call", selfLoops: 120, repetitions: 90, subjects: 171),
            ],
            receipt: receipt(query.scope, [.d9, .d10, .d20])
        )
    }

    static func handOffs(_ query: HandOffsQuery) -> HandOffsResult {
        let counts: [(from: String, to: String, count: Int, people: Int, due: Int, done: Int, again: Int, gap: Int64)] =
            [
                ("web", "phone", 690, 611, 640, 371, 96, 5), ("phone", "web", 402, 380, 380, 290, 120, 20),
                ("web", "counter", 61, 61, 58, 44, 31, 70),
            ]
        func sum(_ count: (Int) -> Int) -> Int { counts.indices.reduce(0) { $0 + count($1) } }
        return HandOffsResult(
            query: query,
            handOffs: sum { counts[$0].count },
            subjects: 820,
            pending: sum { counts[$0].count - counts[$0].due },
            completed: .rate(sum { counts[$0].done }, of: sum { counts[$0].due }, .d20),
            reAsked: .rate(sum { counts[$0].again }, of: sum { counts[$0].count }, .d20),
            medianGap: Double(9 * Milliseconds.hour),
            pairs: counts.map {
                .init(
                    from: $0.from,
                    to: $0.to,
                    count: $0.count,
                    subjects: $0.people,
                    completed: .rate($0.done, of: $0.due, .d20),
                    reAsked: .rate($0.again, of: $0.count, .d20),
                    medianGap: Double($0.gap * .hour)
                )
            },
            isolation: .rate(310, of: 900, .d20),
            receipt: receipt(query.scope, [.d20, .d10])
        )
    }

    static func pathVariants(_ query: VariantsQuery) -> VariantsResult {
        let long = ["landing", "start form", "upload document", "submit", "confirmation"]
        let counts: [(path: [String], count: Int, time: Milliseconds)] = [
            (long, 902, 2 * .day + 4 * .hour), (["landing"], 611, 0), (["landing", "start form"], 540, 3 * .minute),
            (["landing", "start form", "upload document", "upload document", "submit", "confirmation"], 310, 4 * .day),
            (["help page", "call"], 180, 20 * .minute),
            (
                long.prefix(3) + ["call", "help page", "upload document", "submit", "confirmation", "letter"], 42,
                12 * .day
            ),
        ]
        return VariantsResult(
            query: query,
            subjects: 4213,
            distinct: 812,
            variants: counts.map {
                .init(
                    path: $0.path,
                    count: $0.count,
                    share: .rate($0.count, of: 4213, .d9),
                    medianThroughput: Double($0.time)
                )
            },
            medianThroughput: Double(2 * Milliseconds.day),
            p90Throughput: Double(9 * Milliseconds.day),
            receipt: receipt(query.scope, [.d9, .d10])
        )
    }

    /// What follows a touchpoint, in hundredths of those who were there; nil: the journey ends.
    private static let next: [String: [(String?, Int)]] = [
        "landing": [("start form", 72), ("help page", 9), (nil, 17), ("call", 2)],
        "start form": [("upload document", 74), (nil, 12), ("call", 13), ("letter", 1)],
        "upload document": [("submit", 79), ("upload document", 12), (nil, 9)],
        "submit": [("confirmation", 89), (nil, 11)],
        "confirmation": [(nil, 100)],
    ]

    static func branches(_ query: BranchesQuery) -> BranchesResult {
        var subjects = 4213
        if let last = query.path.last, query.path.count > 1 {
            let above = branches(BranchesQuery(path: Array(query.path.dropLast()), direction: query.direction))
            subjects = above.branches.first { $0.touchpoint == last }?.subjects ?? 0
        }
        let shares = next[query.path.last ?? ""] ?? [(nil, 100)]
        // What rounding leaves goes to the first, so that the branches add up.
        var counts = shares.map { subjects * $0.1 / 100 }
        counts[0] += subjects - counts.reduce(0, +)
        let branches = zip(shares, counts).enumerated().map { index, pair in
            BranchesResult.Branch(
                touchpoint: pair.0.0,
                subjects: pair.1,
                share: .rate(pair.1, of: subjects, .d9),
                medianDelay: pair.0.0 == nil ? nil : Double((index + 1) * 7) * Double(Milliseconds.minute)
            )
        }
        return BranchesResult(
            query: query,
            subjects: subjects,
            branches: branches.sorted { ($1.subjects, $0.touchpoint ?? "") < ($0.subjects, $1.touchpoint ?? "") },
            receipt: receipt(query.scope, [.d9])
        )
    }

    static func values(_ counts: [(String, Int)]) -> [Catalog.Value] {
        counts.map { Catalog.Value(name: $0.0, count: $0.1) }
    }
}
