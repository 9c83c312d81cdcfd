import JourneyIndex
import JourneyModel
import TestSupport
import Testing
import Wording

@Suite("D18: contacts that a better service would have avoided")
struct ContactsTests {
    private func contacts(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> ContactsResult {
        try await ColumnarAnalyst(builder.snapshot()).answer(ContactsQuery(scope: scope))
    }

    private static let ranges: [TimeRange] = [
        .all, TimeRange(from: Timestamp(milliseconds: 20 * .day), to: Timestamp(milliseconds: 40 * .day)),
    ]

    @Test("random stores against the rules as written", arguments: 0..<40)
    func random(seed: Int) async throws {
        let town = RandomTown(seed: UInt64(seed) + 500, events: 300, declaresEnd: seed % 2 == 0)
        let reference = ReferenceContacts(town.builder)
        for range in Self.ranges {
            let result = try await contacts(town.builder, Scope(range: range))
            let expected = reference.answer(range)
            #expect(result.inboundContacts == expected.inbound)
            #expect(result.chases == expected.chases)
            #expect(result.repeats == expected.repeats)
            #expect(result.leaks == expected.leaks.values.reduce(0, +))
            #expect(result.inferred.numerator == (expected.inbound > 0 ? Double(expected.avoidable) : nil))
            for row in result.services {
                #expect(row.lostDigital == expected.lost[row.service] ?? 0)
                #expect(row.leaks == expected.leaks[row.service] ?? 0)
                #expect(row.leakingPeople <= row.leaks)
            }
        }
    }

    private func story(_ events: [(Int64, String, String)], outcomes: [Int: String] = [:]) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        for (index, (hour, touchpoint, channel)) in events.enumerated() {
            var dimensions = ["service": "housing", "channel": channel]
            dimensions["outcome"] = outcomes[index]
            builder.add(person: "a", time: hour * .hour, touchpoint, dimensions)
        }
        // Somebody else, later, so that everybody's 24 hours are over.
        builder.add(person: "z", time: 2_000 * .hour, "info", ["service": "bins", "channel": "web"])
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        builder.side.append(.touchpointRole(touchpoint: "done", service: nil, role: .end))
        return builder
    }

    private static let stories: [(events: [(Int64, String, String)], lost: Int, leaks: Int)] = [
        ([(0, "start", "web"), (24, "call", "phone")], 1, 1),
        ([(0, "start", "web"), (25, "call", "phone")], 1, 0),
        ([(0, "start", "web"), (20, "form", "web"), (44, "call", "phone")], 1, 1),
        ([(0, "start", "web"), (2, "done", "web"), (3, "call", "phone")], 0, 0),
        ([(0, "start", "web"), (2, "call", "phone"), (3, "done", "web")], 0, 0),
        ([(0, "start", "phone"), (2, "call", "phone")], 0, 0),
        ([(0, "start", "web"), (1, "done", "counter")], 1, 1),
        ([(0, "start", "web"), (2, "note", "sms")], 1, 0),
        ([(0, "start", "web"), (30, "done", "web"), (31, "call", "phone")], 1, 0),
    ]

    @Test("leaks: given up online, then to staff within 24 hours", arguments: stories)
    func leaks(events: [(Int64, String, String)], lost: Int, leaks: Int) async throws {
        let result = try await contacts(story(events))
        let row = result.services.first { $0.service == "housing" }
        #expect(row?.lostDigital ?? 0 == lost)
        #expect(result.leaks == leaks)
        #expect(row?.leakingPeople ?? 0 == leaks)
    }

    @Test("an attempt whose 24 hours are not over is not lost yet")
    func pending() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 0, "start", ["service": "housing", "channel": "web"])
        builder.add(person: "b", time: 23 * .hour, "info", ["service": "bins", "channel": "web"])
        builder.side.append(.touchpointRole(touchpoint: "start", service: nil, role: .start))
        #expect(try await contacts(builder).services.map(\.lostDigital) == [0])
        builder.add(person: "b", time: 24 * .hour, "info", ["service": "bins", "channel": "web"])
        #expect(try await contacts(builder).services.map(\.lostDigital) == [1])
    }

    @Test("chases lie between submission and outcome; repeats within seven days of a resolved contact")
    func chasesAndRepeats() async throws {
        let chased = story(
            [
                (0, "start", "web"), (1, "done", "web"), (50, "call", "phone"), (90, "decision", "post"),
                (99, "call", "phone"),
            ],
            outcomes: [3: "granted"]
        )
        let result = try await contacts(chased)
        // The decision came by post, which is an assisted channel: it is the outcome, and no chase.
        #expect(result.chases == 1)
        #expect(result.inboundContacts == 3)
        #expect(result.inferred.numerator == 1)
        let repeated = story(
            [(0, "call", "phone"), (168, "call", "counter"), (400, "call", "phone")],
            outcomes: [0: "resolved"]
        )
        #expect(try await contacts(repeated).repeats == 1)
    }

    @Test("what a leak costs: the event's own cost, else the channel's cost a contact")
    func cost() async throws {
        var builder = SnapshotBuilder()
        for person in 0..<4 {
            builder.add(person: "p\(person)", time: 0, "start", ["service": "housing", "channel": "web"])
            builder.add(
                person: "p\(person)",
                time: .hour,
                "call",
                cost: person == 0 ? 7 : nil,
                ["service": "housing", "channel": person == 3 ? "counter" : "phone"]
            )
        }
        builder.add(person: "z", time: 100 * .day, "info", ["service": "housing", "channel": "web"])
        builder.side = [
            .touchpointRole(touchpoint: "start", service: nil, role: .start),
            .cost(
                CostRecord(
                    service: "housing",
                    channel: "phone",
                    amount: 30,
                    currency: "GBP",
                    from: Timestamp(milliseconds: 0),
                    to: Timestamp(milliseconds: 50 * .day)
                )
            ),
        ]
        let row = try #require(try await contacts(builder).services.first)
        // Three calls by phone cost 30, so 10 each; the first says its own cost; the counter's is unknown.
        #expect(row.leaks == 4)
        #expect(row.leakingPeople == 4)
        #expect(row.leakCost == 27)
    }

    @Test("what cannot be seen is said")
    func absent() async throws {
        var builder = SnapshotBuilder()
        builder.add(person: "a", time: 0, "page", ["channel": "web"])
        let result = try await contacts(builder)
        #expect(result.inferred.value == nil)
        #expect(result.inferred.caveats.first?.text.contains("which channels are") == true)
        #expect(result.receipt.notes.count == 3)
        builder.add(person: "a", time: 0, "call", ["channel": "phone", "direction": "outbound"])
        #expect(try await contacts(builder).inferred.caveats.first?.text.contains("nobody got in touch") == true)
        builder.add(time: 0, "call", ["channel": "phone"])
        #expect(try await contacts(builder).inferred.value == 0)
        #expect(try await contacts(builder).inboundContacts == 1)
    }
}
