import JourneyIndex
import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D12 and D13: completion and take-up")
struct CompletionTests {
    private func indicators(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> IndicatorsResult {
        try await ColumnarAnalyst(builder.snapshot()).answer(IndicatorsQuery(scope: scope))
    }

    private static let ranges: [TimeRange] = [
        .all,
        TimeRange(from: Timestamp(milliseconds: 20 * .day), to: Timestamp(milliseconds: 40 * .day)),
        TimeRange(from: Timestamp(milliseconds: 24 * .day)),
    ]

    @Test("random stores against the rule as written", arguments: Seeds.first(40))
    func random(seed: Int) async throws {
        let town = RandomTown(seed: UInt64(seed), declaresEnd: seed % 3 > 0, declares: seed % 2 > 0)
        let reference = ReferenceTransactions(town.builder)
        for range in Self.ranges {
            let result = try await indicators(town.builder, Scope(range: range))
            check(result.overall, reference.all(), reference, range)
            for row in result.services {
                let own = reference.all().filter { ($0.service ?? Dimension.notSet) == row.service }
                check(row.indicators, own, reference, range)
            }
            let filtered = try await indicators(
                town.builder,
                Scope(range: range, filters: [Filter(dimension: Dimension.channel, values: ["web", "phone"])])
            )
            let kept = reference.all { ["web", "phone"].contains($0.named(Dimension.channel)) }
            check(filtered.overall, kept, reference, range)
        }
    }

    private func check(
        _ found: Indicators,
        _ all: [ReferenceTransactions.Found],
        _ reference: ReferenceTransactions,
        _ range: TimeRange
    ) {
        func isIn(_ time: Int64?) -> Bool { time.map { range.contains(Timestamp(milliseconds: $0)) } ?? false }
        let started = all.count { isIn($0.start) }
        let completions = all.filter { isIn($0.end) }
        let matched = completions.count { $0.start != nil }
        let unmatched = completions.count { done in
            done.start == nil && !done.isAnonymous
                && reference.records.contains { record in
                    reference.has(record, .start) && record.named(Dimension.service) == done.service
                        && record.named(Dimension.channel) == done.channel
                }
        }
        if started > 0, matched + unmatched <= started {
            #expect(found.completion.value == Double(matched) / Double(started))
            #expect(found.completion.numerator == Double(matched))
            let interval = wilsonInterval(matched, of: started)
            #expect(found.completion.low == interval.low)
            #expect(found.completion.high == interval.high)
        } else {
            #expect(found.completion.value == nil)
            #expect(!found.completion.caveats.isEmpty)
            if started > 0 {
                #expect(found.completion.caveats.first?.text.contains("\(unmatched) completions have no start") == true)
            }
        }
        let kinds = completions.map { $0.channel.flatMap { Channel.kind(ofName: $0) } }
        if kinds.contains(where: { $0 != nil }) {
            #expect(found.takeUp.value == Double(kinds.count { $0 == .digital }) / Double(kinds.count))
            #expect(found.takeUp.denominator == Double(completions.count))
        } else {
            #expect(found.takeUp.value == nil)
        }
    }

    @Test("the trend's periods add up to the whole")
    func trend() async throws {
        let town = RandomTown(seed: 7)
        let analyst = ColumnarAnalyst(town.builder.snapshot())
        let result = try await analyst.answer(IndicatorsQuery(every: .week))
        #expect(result.trend.count > 10)
        #expect(result.trend.map(\.period) == result.trend.map(\.period).sorted())
        let takeUps = result.trend.map(\.indicators.takeUp)
        #expect(takeUps.reduce(0) { $0 + ($1.numerator ?? 0) } == result.overall.takeUp.numerator)
        for (point, next) in zip(result.trend, result.trend.dropFirst()) {
            #expect(point.period.advanced(by: 1) == next.period)
        }
    }

    private func simple(
        _ events: [(String, Int64, String, String)],
        roles: [(String, TouchpointRole)]
    ) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        for (person, day, touchpoint, channel) in events {
            builder.add(person: person, time: day * .day, touchpoint, ["service": "housing", "channel": channel])
        }
        for (touchpoint, role) in roles {
            builder.side.append(.touchpointRole(touchpoint: touchpoint, service: nil, role: role))
        }
        return builder
    }

    @Test("more completions than starts is refused, and says how many have no start")
    func refused() async throws {
        let builder = simple(
            [("a", 1, "start", "web"), ("a", 2, "done", "web"), ("b", 2, "done", "web"), ("c", 3, "done", "web")],
            roles: [("start", .start), ("done", .end)]
        )
        let completion = try await indicators(builder).overall.completion
        #expect(completion.value == nil)
        #expect(completion.numerator == 3)
        #expect(completion.denominator == 1)
        #expect(completion.caveats.map(\.text) == ["3 completions of 1 starts is no rate; 2 completions have no start"])
    }

    @Test("completions on a channel without a start point are of take-up only")
    func withoutStartPoint() async throws {
        let builder = simple(
            [
                ("a", 1, "start", "web"), ("a", 2, "done", "web"), ("b", 1, "start", "web"),
                ("c", 2, "done", "counter"),
                ("d", 2, "done", "counter"), ("e", 2, "done", "counter"),
            ],
            roles: [("start", .start), ("done", .end)]
        )
        let figures = try await indicators(builder).overall
        #expect(figures.completion.value == 0.5)
        #expect(
            figures.completion.caveats.map(\.text) == ["3 completions on channels without a start point are left out"]
        )
        #expect(figures.takeUp.value == 0.25)
    }

    @Test("started twice before finishing is one transaction; after 28 days at rest it is another")
    func journeys() async throws {
        let roles: [(String, TouchpointRole)] = [("start", .start), ("done", .end)]
        let twice = simple([("a", 1, "start", "web"), ("a", 5, "start", "web"), ("a", 6, "done", "web")], roles: roles)
        #expect(try await indicators(twice).overall.completion.value == 1)
        let rested = simple(
            [("a", 1, "start", "web"), ("a", 29, "start", "web"), ("a", 30, "done", "web")],
            roles: roles
        )
        #expect(try await indicators(rested).overall.completion.denominator == 1)
        let late = simple(
            [("a", 1, "start", "web"), ("a", 30, "start", "web"), ("a", 31, "done", "web")],
            roles: roles
        )
        #expect(try await indicators(late).overall.completion.value == 0.5)
    }

    @Test("the end role beats outcomes, and a failure at an end point completes nothing")
    func rolesWin() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 0, "start", ["service": "x", "channel": "web"])
        builder.add(person: "a", time: 1, "decision", ["service": "x", "channel": "web", "outcome": "granted"])
        builder.add(person: "b", time: 0, "start", ["service": "x", "channel": "web"])
        builder.add(person: "b", time: 1, "done", ["service": "x", "channel": "web", "outcome": "error"])
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        #expect(try await indicators(builder).overall.completion.value == 0.5)
        builder.side.append(.touchpointRole(touchpoint: "done", service: "x", role: .end))
        #expect(try await indicators(builder).overall.completion.value == 0)
    }

    @Test("a mapping's kind of channel beats its name")
    func channelKinds() async throws {
        var builder = simple([("a", 1, "done", "phone"), ("b", 1, "done", "kiosk 7")], roles: [("done", .end)])
        #expect(try await indicators(builder).overall.takeUp.value == 0)
        builder.side.append(.channelKind(channel: "kiosk 7", kind: .digital))
        #expect(try await indicators(builder).overall.takeUp.value == 0.5)
    }

    @Test("what is not there is absent, with the reason")
    func absent() async throws {
        func reasons(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> [String] {
            let figures = try await indicators(builder, scope).overall
            #expect(figures.completion.value == nil)
            return [figures.completion, figures.takeUp].map { $0.caveats.first?.text ?? "" }
        }
        let plain = simple([("a", 1, "page", "web")], roles: [])
        #expect(try await reasons(plain)[0].contains("declared a start"))
        #expect(try await reasons(plain)[1].contains("declare an end"))
        let noEnd = simple([("a", 1, "start", "web")], roles: [("start", .start)])
        #expect(try await reasons(noEnd)[0].contains("declare an end"))
        let both = simple([("a", 1, "start", "x"), ("a", 1, "done", "x")], roles: [("start", .start), ("done", .end)])
        let later = Scope(range: TimeRange(from: Timestamp(milliseconds: 9 * .day)))
        #expect(try await reasons(both, later)[0].contains("declare") == true)
        #expect(
            try await indicators(both).overall.takeUp.caveats.first?.text.contains("which channels are digital") == true
        )
        let empty = try await reasons(SnapshotBuilder())
        #expect(empty.allSatisfy { !$0.isEmpty })
        var anonymous = SnapshotBuilder()
        anonymous.add(time: 0, "start", ["service": "x", "channel": "web"])
        anonymous.add(time: 1, "done", ["service": "x", "channel": "web"])
        anonymous.side = both.side
        #expect(try await reasons(anonymous)[0].contains("cannot be joined"))
        #expect(try await indicators(anonymous).overall.takeUp.value == 1)
    }
}
