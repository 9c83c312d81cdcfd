import JourneyIndex
import JourneyModel
import TestSupport
import Testing

@Suite("D18: contacts that a better service would have avoided")
struct ContactsTests {
    private func contacts(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> ContactsResult {
        try await ColumnarAnalyst(builder.snapshot()).contacts(ContactsQuery(scope: scope))
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
        #expect(result.inferred.caveats.first?.contains("which channels are") == true)
        #expect(result.receipt.notes.count == 3)
        builder.add(person: "a", time: 0, "call", ["channel": "phone", "direction": "outbound"])
        #expect(try await contacts(builder).inferred.caveats.first?.contains("nobody got in touch") == true)
        builder.add(time: 0, "call", ["channel": "phone"])
        #expect(try await contacts(builder).inferred.value == 0)
        #expect(try await contacts(builder).inboundContacts == 1)
    }
}

/// D18 as it is written.
struct ReferenceContacts {
    struct Answer {
        var inbound = 0
        var chases = 0
        var repeats = 0
        var avoidable = 0
        var lost: [String: Int] = [:]
        var leaks: [String: Int] = [:]
    }

    let transactions: ReferenceTransactions
    private var horizon: Timestamp { transactions.records.map(\.time).max() ?? Timestamp(milliseconds: 0) }

    init(_ builder: SnapshotBuilder) {
        transactions = ReferenceTransactions(builder)
    }

    private func kind(_ event: EventRecord) -> Channel.Kind? {
        guard event.named(Dimension.direction) != "outbound" else { return nil }
        return event.named(Dimension.channel).flatMap { Channel.kind(ofName: $0) }
    }

    private func closes(_ event: EventRecord) -> Bool {
        let outcome = event.named(Dimension.outcome) ?? ""
        return Outcome.completed.contains(outcome) || Outcome.failed.contains(outcome)
    }

    func answer(_ range: TimeRange) -> Answer {
        var answer = Answer()
        let groups = Dictionary(grouping: transactions.records.filter { $0.person != nil }) {
            [$0.person, $0.named(Dimension.service)]
        }
        for events in groups.values { add(transactions.sorted(events), range, &answer) }
        answer.inbound += transactions.records.count { event in
            event.person == nil && kind(event) == .assisted && range.contains(event.time)
        }
        return answer
    }

    private func add(_ events: [EventRecord], _ range: TimeRange, _ answer: inout Answer) {
        var leaking: Set<Int> = []
        let service = events.first?.named(Dimension.service) ?? Dimension.notSet
        for (start, contact) in lostAttempts(events) {
            if let contact { leaking.insert(contact) }
            guard range.contains(events[start].time) else { continue }
            answer.lost[service, default: 0] += 1
            if contact != nil { answer.leaks[service, default: 0] += 1 }
        }
        for index in events.indices where kind(events[index]) == .assisted && range.contains(events[index].time) {
            answer.inbound += 1
            let (chase, again) = (isChase(events, index), isRepeat(events, index))
            if chase { answer.chases += 1 }
            if again { answer.repeats += 1 }
            if chase || again || leaking.contains(index) { answer.avoidable += 1 }
        }
    }

    /// Positions of the start of each lost attempt, and of the contact that followed.
    private func lostAttempts(_ events: [EventRecord]) -> [(start: Int, contact: Int?)] {
        let digital = events.indices.filter { kind(events[$0]) == .digital }
        var found: [(Int, Int?)] = []
        var next = 0
        while next < digital.count {
            let start = digital[next]
            guard transactions.has(events[start], .start) else {
                next += 1
                continue
            }
            var last = start
            var isDone = transactions.completes(events[start])
            next += 1
            while !isDone, next < digital.count, events[digital[next]].time.since(events[last].time) <= 24 * .hour {
                last = digital[next]
                isDone = transactions.completes(events[last])
                next += 1
            }
            let limit = events[last].time.advanced(by: 24 * .hour)
            if isDone || limit > horizon { continue }
            let contact = events.indices.first { index in
                index > last && kind(events[index]) == .assisted && events[index].time <= limit
            }
            found.append((start, contact))
        }
        return found
    }

    private func isChase(_ events: [EventRecord], _ contact: Int) -> Bool {
        let event = events[contact]
        if closes(event) || transactions.has(event, .start) || transactions.has(event, .end) { return false }
        let service = event.named(Dimension.service)
        let recordsOutcomes = transactions.records.contains {
            $0.named(Dimension.service) == service && closes($0) && !transactions.has($0, .end)
        }
        guard recordsOutcomes else { return false }
        let role: TouchpointRole = transactions.hasEnd(service) ? .end : .start
        return events[..<contact].indices.contains { index in
            guard transactions.has(events[index], role), events[index].time < event.time else { return false }
            if events[index..<contact].contains(where: closes) { return false }
            let gaps = zip(events[index...contact], events[index...contact].dropFirst())
            return events[index].caseID != nil || gaps.allSatisfy { $1.time.since($0.time) <= 28 * .day }
        }
    }

    private func isRepeat(_ events: [EventRecord], _ contact: Int) -> Bool {
        events[..<contact].contains { earlier in
            guard earlier.named(Dimension.outcome) == Outcome.resolved else { return false }
            let reasons = Set([earlier, events[contact]].compactMap { $0.named(Dimension.reason) })
            return events[contact].time.since(earlier.time) <= 7 * .day && reasons.count <= 1
        }
    }
}
