import JourneyIndex
import JourneyModel
import TestSupport
import Testing

@Suite("Hand-offs between channels (D20)")
struct HandOffsTests {
    private func answer(_ builder: SnapshotBuilder, _ scope: Scope = Scope()) async throws -> HandOffsResult {
        try await ColumnarAnalyst(builder.snapshot()).answer(HandOffsQuery(scope: scope))
    }

    /// One person's events of one service, a day after the other unless they say a day.
    private func add(
        _ person: String,
        _ events: [(day: Int64, touchpoint: String, channel: String?, more: [String: String])],
        case caseID: String? = nil,
        to builder: inout SnapshotBuilder
    ) {
        for event in events {
            var dimensions = event.more.merging(["service": "tax"]) { own, _ in own }
            dimensions["channel"] = event.channel
            builder.add(person: person, case: caseID, time: event.day * .day, event.touchpoint, dimensions)
        }
    }

    /// Declares the end, and lets the data reach far enough for every rate.
    private func closed(_ builder: SnapshotBuilder) -> SnapshotBuilder {
        var builder = builder
        builder.add(person: "z", time: 200 * .day, "info", ["service": "bins", "channel": "web"])
        builder.side.append(.touchpointRole(touchpoint: "end", service: nil, role: .end))
        return builder
    }

    private let outbound = ["direction": "outbound"]

    @Test("what comes after the completion is none", arguments: [true, false])
    func afterCompletion(hasCases: Bool) async throws {
        var builder = SnapshotBuilder()
        for number in 0..<12 {
            add(
                "p\(number)",
                [(0, "start", "web", [:]), (0, "end", "web", [:]), (8, "call", "phone", [:])],
                case: hasCases ? "c\(number)" : nil,
                to: &builder
            )
        }
        let found = try await answer(closed(builder))
        #expect(found.handOffs == 0)
        #expect(found.pairs.isEmpty)
        #expect(found.completed.value == nil)
        #expect(found.medianGap == nil)
    }

    @Test("the completing event itself may be one")
    func withCompletion() async throws {
        var builder = SnapshotBuilder()
        add("a", [(0, "start", "web", [:]), (2, "end", "phone", [:])], to: &builder)
        let found = try await answer(closed(builder))
        #expect(found.handOffs == 1)
        #expect(found.completed.value == 1)
        #expect(found.medianGap == Double(2 * Milliseconds.day))
    }

    @Test("a decision by letter completes a journey, and is no hand-off", arguments: [true, false])
    func completedByLetter(hasCases: Bool) async throws {
        var builder = SnapshotBuilder()
        add(
            "a",
            [
                (0, "start", "web", [:]), (1, "form", "phone", [:]), (3, "end", "post", outbound),
                (4, "call", "counter", [:]),
            ],
            case: hasCases ? "c" : nil,
            to: &builder
        )
        let found = try await answer(closed(builder))
        #expect(found.pairs.map { [$0.from, $0.to] } == [["web", "phone"]])
        #expect(found.completed.value == 1)
    }

    @Test("a notice between two channels is passed over, and keeps the journey alive")
    func notices() async throws {
        var builder = SnapshotBuilder()
        add("a", [(0, "start", "web", [:]), (20, "notice", "sms", outbound), (40, "form", "phone", [:])], to: &builder)
        add("b", [(0, "start", "web", [:]), (40, "form", "phone", [:])], to: &builder)
        let found = try await answer(closed(builder))
        #expect(found.pairs.map { [$0.from, $0.to] } == [["web", "phone"]])
        #expect(found.subjects == 1)
        #expect(found.medianGap == Double(40 * Milliseconds.day))
    }

    @Test("a case rests as long as it likes; other cases and services are other journeys")
    func journeys() async throws {
        var builder = SnapshotBuilder()
        add("a", [(0, "start", "web", [:]), (90, "form", "phone", [:])], case: "c", to: &builder)
        add("a", [(91, "start", "counter", [:])], case: "d", to: &builder)
        add("a", [(92, "start", "web", ["service": "bins"])], to: &builder)
        let found = try await answer(closed(builder))
        #expect(found.pairs.map { [$0.from, $0.to] } == [["web", "phone"]])
    }

    @Test("an event without a channel is passed over and counted")
    func withoutChannel() async throws {
        var builder = SnapshotBuilder()
        add("a", [(0, "start", "web", [:]), (1, "form", nil, [:]), (2, "form", "phone", [:])], to: &builder)
        let found = try await answer(closed(builder))
        #expect(found.handOffs == 1)
        let fact = found.receipt.facts.first { $0.label == .inboundWithoutChannel }
        #expect(fact?.value == .count(1))
    }

    @Test("asked again: the same touchpoint on the new channel within seven days, or an event says so")
    func reAsked() async throws {
        var builder = SnapshotBuilder()
        func add(_ person: String, _ last: Int64, _ touchpoint: String, _ more: [String: String] = [:]) {
            self.add(
                person,
                [(0, "form", "web", [:]), (1, "talk", "phone", [:]), (last, touchpoint, "phone", more)],
                to: &builder
            )
        }
        add("again", 8, "form")
        add("late", 9, "form")
        add("other", 2, "proof")
        for (index, word) in ["yes", "TRUE", "1", "no", "false"].enumerated() {
            add("said\(index)", 2, "proof", ["reask": word])
        }
        let found = try await answer(closed(builder))
        #expect(found.handOffs == 8)
        #expect(found.reAsked.numerator == 4)
        #expect(found.reAsked.denominator == 8)
    }

    @Test("what has not had its time is counted and in no rate")
    func pending() async throws {
        var builder = SnapshotBuilder()
        for (person, day) in [("old", 150), ("week", 180), ("new", 198)] as [(String, Int64)] {
            add(person, [(day, "start", "web", [:]), (day + 1, "end", "phone", [:])], to: &builder)
        }
        let found = try await answer(closed(builder))
        #expect((found.handOffs, found.pending) == (3, 2))
        #expect(found.completed.denominator == 1)
        #expect(found.reAsked.denominator == 2)
        #expect(found.pairs.count == 1)
    }

    @Test("the hand-off is in range; what came before and what completes it may lie outside")
    func range() async throws {
        var builder = SnapshotBuilder()
        add("a", [(0, "start", "web", [:]), (10, "form", "phone", [:]), (20, "end", "phone", [:])], to: &builder)
        add(
            "b",
            [(0, "start", "web", [:]), (0, "end", "web", [:]), (10, "call", "phone", [:])],
            case: "b",
            to: &builder
        )
        let days = TimeRange(from: Timestamp(milliseconds: 5 * .day), to: Timestamp(milliseconds: 15 * .day))
        let found = try await answer(closed(builder), Scope(range: days))
        #expect(found.handOffs == 1)
        #expect(found.completed.value == 1)
        #expect(found.medianGap == Double(10 * Milliseconds.day))
    }

    @Test("nothing says what completes: hand-offs are counted, and no rate is made up")
    func noCompletion() async throws {
        var builder = SnapshotBuilder()
        add("a", [(0, "start", "web", [:]), (1, "form", "phone", [:])], to: &builder)
        builder.add(person: "z", time: 200 * .day, "info", ["service": "bins", "channel": "web"])
        let found = try await answer(builder)
        #expect(found.handOffs == 1)
        #expect(found.completed.value == nil)
        #expect(found.completed.caveats == [.completionUndefined])
        #expect(found.isolation.caveats == [.noCase])
    }

    @Test("an empty store has none, and says so")
    func empty() async throws {
        let found = try await answer(SnapshotBuilder())
        #expect(found.handOffs == 0)
        #expect(found.completed.value == nil)
        #expect(found.reAsked.value == nil)
        #expect(found.isolation.value == nil)
    }
}
