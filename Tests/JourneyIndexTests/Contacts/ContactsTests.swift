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
        let town = RandomTown(seed: UInt64(seed) + 500, events: 300, declaresEnd: seed % 2 == 0, declares: seed % 4 > 1)
            .builder
        var random = SplitMix64(seed: UInt64(seed))
        var builder = SnapshotBuilder()
        for var record in town.records {
            if random.below(3) == 0 { record.cost = Double(random.below(50)) }
            builder.add(record)
        }
        builder.side = town.side
        let reference = ReferenceContacts(builder)
        for range in Self.ranges {
            let result = try await contacts(builder, Scope(range: range))
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
                #expect(row.leakCost == expected.costs[row.service])
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
        // Finished with staff: lost online, and no contact.
        ([(0, "start", "web"), (1, "done", "counter")], 1, 0),
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

    /// What one person did: touchpoint, channel, minute.
    private func minutes(
        _ events: [(String, String, Int64)],
        outcomes: [Int: String] = [:],
        roles: [String: TouchpointRole] = [:]
    ) -> SnapshotBuilder {
        var builder = SnapshotBuilder()
        for (index, (touchpoint, channel, minute)) in events.enumerated() {
            var dimensions = ["service": "tax", "channel": channel, "direction": "inbound"]
            dimensions["outcome"] = outcomes[index]
            builder.add(person: "a", time: minute * .minute, touchpoint, dimensions)
        }
        builder.add(person: "z", time: 2_000 * .hour, "info", ["service": "bins", "channel": "web"])
        builder.side = roles.map { .touchpointRole(touchpoint: $0.key, service: nil, role: $0.value) }
        return builder
    }

    private static let steps: [String: TouchpointRole] = [
        "start": .start, "form": .step, "submit": .submit, "end": .end,
    ]

    @Test("a resolved call, then an application by phone: one contact, nothing repeated")
    func applicationByPhone() async throws {
        let builder = minutes(
            [
                ("call", "phone", 0), ("start", "phone", 1440), ("form", "phone", 1441), ("submit", "phone", 1442),
                ("end", "phone", 1443),
            ],
            outcomes: [0: "resolved", 4: "completed"],
            roles: Self.steps
        )
        let result = try await contacts(builder)
        #expect([result.inboundContacts, result.repeats, result.chases] == [1, 0, 0])
        #expect(result.inferred.value == 0)
    }

    @Test("events within half an hour of each other are one contact, on one channel and service")
    func oneCallManyEvents() async throws {
        func count(_ events: [(String, String, Int64)], _ outcomes: [Int: String] = [:]) async throws -> [Int] {
            let result = try await contacts(minutes(events, outcomes: outcomes))
            return [result.inboundContacts, result.repeats]
        }
        let calls = (0..<5).map { ("call", "phone", Int64($0) * 30) }
        #expect(try await count(calls, [0: "resolved"]) == [1, 0])
        #expect(try await count([("ivr", "phone", 0), ("agent", "phone", 31)]) == [2, 0])
        #expect(try await count([("ivr", "phone", 0), ("desk", "counter", 10), ("agent", "phone", 20)]) == [2, 0])
        // Resolved in its middle; the next one two days after its end repeats it.
        let again: [(String, String, Int64)] = [
            ("ivr", "phone", 0), ("agent", "phone", 1), ("wrap", "phone", 2), ("ivr", "phone", 2880),
            ("agent", "phone", 2881),
        ]
        #expect(try await count(again, [1: "resolved"]) == [2, 1])
        // Seven days after the end of the contact, not of the event that was marked.
        let late: [(String, String, Int64)] = [("agent", "phone", 0), ("wrap", "phone", 20), ("call", "phone", 10_100)]
        #expect(try await count(late, [0: "resolved"]) == [2, 1])
    }

    @Test("where a service declares contacts, nothing else is one")
    func declared() async throws {
        let events: [(String, String, Int64)] = [
            ("ivr", "phone", 0), ("agent", "phone", 5), ("paper", "post", 500), ("agent", "counter", 900),
        ]
        #expect(try await contacts(minutes(events)).inboundContacts == 3)
        #expect(try await contacts(minutes(events, roles: ["agent": .contact])).inboundContacts == 2)
        var nobody = SnapshotBuilder()
        for touchpoint in ["agent", "paper", "submit"] {
            nobody.add(time: 0, touchpoint, ["service": "tax", "channel": "phone"])
        }
        #expect(try await contacts(nobody).inboundContacts == 3)
        nobody.side = [.touchpointRole(touchpoint: "submit", service: nil, role: .submit)]
        #expect(try await contacts(nobody).inboundContacts == 2)
        nobody.side.append(.touchpointRole(touchpoint: "agent", service: nil, role: .contact))
        #expect(try await contacts(nobody).inboundContacts == 1)
    }

    @Test("what was submitted is chased, whether it is decided by an outcome or by the end point")
    func chasesAfterSubmission() async throws {
        let events: [(String, String, Int64)] = [
            ("start", "web", 0), ("call", "phone", 60), ("submit", "web", 120), ("call", "phone", 2_000),
            ("end", "web", 4_000), ("call", "phone", 6_000),
        ]
        let ended = try await contacts(minutes(events, outcomes: [4: "granted"], roles: Self.steps))
        #expect([ended.inboundContacts, ended.chases, ended.leaks] == [3, 1, 0])
        var decided = minutes(events, roles: Self.steps)
        decided.add(
            person: "a",
            time: 8_000 * .minute,
            "decision",
            ["service": "tax", "channel": "post", "direction": "outbound", "outcome": "granted"]
        )
        #expect(try await contacts(decided).chases == 2)
    }

    @Test("submitted online is not lost, decided or not; what staff then finish is")
    func submittedOnline() async throws {
        let events: [(String, String, Int64)] = [("start", "web", 0), ("submit", "web", 10), ("call", "phone", 100)]
        let submitted = try await contacts(minutes(events, roles: Self.steps))
        #expect([submitted.services.first?.lostDigital, submitted.leaks] == [0, 0])
        let failed = try await contacts(minutes(events, outcomes: [1: "error"], roles: Self.steps))
        #expect([failed.services.first?.lostDigital, failed.leaks] == [1, 1])
        let finished = minutes(
            [("start", "web", 0), ("submit", "phone", 100), ("end", "phone", 110)],
            roles: Self.steps
        )
        // The call was no contact: it was the application.
        let byStaff = try await contacts(finished)
        #expect([byStaff.services.first?.lostDigital, byStaff.leaks, byStaff.inboundContacts] == [1, 0, 0])
    }

    @Test("a contact's events cost together, and a channel's cost a contact counts it once")
    func costOfEvents() async throws {
        var builder = SnapshotBuilder()
        for person in 0..<3 {
            builder.add(person: "p\(person)", time: 0, "start", ["service": "housing", "channel": "web"])
            for minute in 0..<4 {
                builder.add(
                    person: "p\(person)",
                    time: .hour + Int64(minute) * .minute,
                    "call",
                    cost: person == 0 && minute > 1 ? 2 : nil,
                    ["service": "housing", "channel": "phone"]
                )
            }
        }
        addPhoneCosts(&builder)
        let result = try await contacts(builder)
        #expect([result.inboundContacts, result.leaks] == [3, 3])
        // Three contacts cost 30, so 10 each; the first says its own.
        #expect(result.services.first?.leakCost == 24)
    }

    /// 30 pounds for calls about housing in fifty days, which data of a hundred days know whole.
    private func addPhoneCosts(_ builder: inout SnapshotBuilder) {
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
        addPhoneCosts(&builder)
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
