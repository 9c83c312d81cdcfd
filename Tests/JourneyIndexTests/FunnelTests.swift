import JourneyModel
import TestSupport
import Testing

@testable import JourneyIndex

/// Small funnels worked out by hand, a rule at a time.
@Suite("Funnel rules")
struct FunnelTests {
    /// `ann: A0 B4` on each line; time in milliseconds, channel after a slash.
    private func analyst(_ lines: String...) -> ColumnarAnalyst {
        var builder = SnapshotBuilder()
        for line in lines {
            let parts = line.split(separator: " ").map(String.init)
            for event in parts.dropFirst() {
                let fields = event.split(separator: "/").map(String.init)
                let channel = fields.count > 1 ? ["channel": fields[1]] : [:]
                let time = Int64(fields[0].dropFirst()) ?? 0
                builder.add(person: String(parts[0].dropLast()), time: time, String(fields[0].prefix(1)), channel)
            }
        }
        builder.side = [
            .personTrait(person: "ann", trait: NamedValue("region", "north")),
            .personTrait(person: "bob", trait: NamedValue("region", "south")),
        ]
        return ColumnarAnalyst(builder.snapshot())
    }

    private func steps(_ text: String) throws -> [FunnelStep] {
        try text.split(separator: " ").map { try FunnelStep(parsing: String($0)) }
    }

    @Test("entered = converted + pending + dropped, by the latest entry (D3)")
    func pending() async throws {
        // The horizon is 100. Ann converts, bob's window is over, cyd's latest entry is still open, dan's is at its edge.
        let analyst = analyst("ann: A0 B5", "bob: A80", "cyd: A10 A95", "dan: A90", "eve: X100")
        let result = try await analyst.answer(FunnelQuery(steps: steps("A B"), window: 10))
        #expect([result.entered, result.converted, result.pending, result.dropped] == [4, 1, 1, 2])
        #expect(result.rateOfAll.value == 0.25)
        #expect(result.rateOfMature.value == 1.0 / 3)
        #expect(result.steps.map(\.pending) == [1, 0])
        let open = try await analyst.answer(FunnelQuery(steps: steps("A B")))
        #expect(open.pending == 0)
        #expect(open.dropped == 3)
        let early = FunnelQuery(scope: Scope(asOf: Timestamp(milliseconds: 85)), steps: try steps("A B"), window: 10)
        let asOf = try await analyst.answer(early)
        #expect([asOf.entered, asOf.converted, asOf.pending, asOf.dropped] == [3, 1, 1, 1])
    }

    @Test("the range governs entry only (D3)")
    func range() async throws {
        let scope = Scope(range: TimeRange(from: Timestamp(milliseconds: 5), to: Timestamp(milliseconds: 10)))
        let analyst = analyst("ann: A5 B20", "bob: A10 B11", "cyd: A4 A9")
        let result = try await analyst.answer(FunnelQuery(scope: scope, steps: steps("A B")))
        #expect(result.steps.map(\.reached) == [2, 1])
        #expect(result.timeToConvert.quantiles[0.5] == 15)
    }

    @Test("exclusions: void, dropped or begun again (D5)", arguments: FunnelQuery.ExclusionPolicy.allCases)
    func exclusions(policy: FunnelQuery.ExclusionPolicy) async throws {
        // Ann meets the exclusion at depth 2, bob enters again after it, cyd's comes after conversion.
        let analyst = analyst("ann: A0 B1 X2 C3", "bob: A0 X1 A2 B3 C4", "cyd: A0 B1 C2 X3")
        let query = FunnelQuery(
            steps: try steps("A B C"),
            exclusions: [.init(touchpoint: StepPredicate(touchpoint: "X"))],
            policy: policy
        )
        let expected: [Int] =
            switch policy {
            case .disqualify: [2, 2, 2]
            case .drop: [3, 3, 2]
            case .restart: [3, 2, 2]
            }
        #expect(try await analyst.answer(query).steps.map(\.reached) == expected)
    }

    @Test("every attempt counts for itself (D2)")
    func attempts() async throws {
        let analyst = analyst("ann: A0 B1 A2 A3 A20 B21", "bob: A0")
        let query = FunnelQuery(scope: Scope(unit: .attempt), steps: try steps("A B"), window: 10)
        let result = try await analyst.answer(query)
        #expect(result.steps.map(\.reached) == [4, 2])
        #expect(result.receipt.unit == .person)
        #expect(result.receipt.facts.contains(.init(.entry, .choice("every"))))
    }

    @Test("an optional step is a share of those who reached the next one (D2)")
    func optional() async throws {
        let analyst = analyst("ann: A0 H1 B2", "bob: A0 B1 H2", "cyd: A0 H1", "dan: A0 B3")
        let result = try await analyst.answer(FunnelQuery(steps: steps("A H? B")))
        #expect(result.steps.map(\.reached) == [4, 1, 3])
        #expect(result.steps[1].ofPrevious.denominator == 3)
        #expect(result.steps[2].ofPrevious.denominator == 4)
        let trailing = try await analyst.answer(FunnelQuery(steps: steps("A B H?")))
        #expect(trailing.steps.map(\.reached) == [4, 3, 1])
        #expect(trailing.converted == 3)
    }

    @Test("where the dropped went next (D9)")
    func next() async throws {
        let analyst = analyst("ann: A0 H4/phone", "bob: A0 H6/phone", "cyd: A0 H60", "dan: A0", "eve: A0 B1")
        let result = try await analyst.answer(FunnelQuery(steps: steps("A B"), window: 10))
        let phone = FunnelResult.NextTouchpoint(touchpoint: "H", channel: "phone", subjects: 2, medianDelay: 5)
        #expect(result.steps[0].next == [phone])
        #expect(result.steps[0].nothingNext == 2)
    }

    @Test(
        "breakdown by the value of a step, or of all (D6)",
        arguments: [
            (FunnelQuery.Attribution.firstTouch, ["web 1/1", "(not set) 1/0"]),
            (.lastTouch, ["app 1/1", "(not set) 1/0"]),
            (.step(2), ["(not set) 1/0", "app 1/1"]),
            (.earliestEntry, ["(not set) 2/1"]),
            (.allSteps, ["(not set) 2/0", "web 1/0"]),
        ]
    )
    func breakdown(attribution: FunnelQuery.Attribution, expected: [String]) async throws {
        let analyst = analyst("ann: A0 A1/web B50/app", "bob: A0")
        let query = FunnelQuery(steps: try steps("A B"), window: 49, breakdown: "channel", attribution: attribution)
        let result = try await analyst.answer(query)
        #expect(result.groups.map { "\($0.value) \($0.entered)/\($0.converted)" }.sorted() == expected.sorted())
        #expect((result.groups.first?.againstRest == nil) == (attribution == .allSteps || result.groups.count == 1))
    }

    @Test("breakdown by a trait")
    func breakdownByTrait() async throws {
        let analyst = analyst("ann: A0 B1", "bob: A0", "cyd: A0")
        let result = try await analyst.answer(FunnelQuery(steps: steps("A B"), breakdown: "person.region"))
        #expect(result.groups.map(\.value) == ["(not set)", "north", "south"])
        #expect(result.groups[1].againstRest?.value == 1)
    }

    @Test("the receipt says what was counted")
    func receipt() async throws {
        let analyst = analyst("ann: A0 A0 B1", "bob: X9")
        let receipt = try await analyst.answer(FunnelQuery(steps: steps("A B"), window: 5)).receipt
        #expect(receipt.events == 4)
        #expect(receipt.subjects == 2)
        #expect(receipt.horizon == Timestamp(milliseconds: 9))
        #expect(receipt.facts.contains(.init(.window, .span(5))))
        #expect(receipt.facts.contains(.init(.stepInstants, .count(1))))
    }

    @Test("what contradicts itself is refused, with the way out")
    func errors() async throws {
        let analyst = analyst("ann: A0 B1")
        let contradictions = [
            FunnelQuery(steps: []),
            FunnelQuery(steps: try steps("A? B")),
            FunnelQuery(steps: Array(repeating: FunnelStep(touchpoint: "A"), count: 65)),
            FunnelQuery(steps: try steps("A B"), window: -1),
            FunnelQuery(
                steps: try steps("A B"),
                exclusions: [.init(touchpoint: StepPredicate(touchpoint: "B"), afterStep: 2, beforeStep: 1)]
            ),
            FunnelQuery(
                steps: [FunnelStep(touchpoint: "A"), FunnelStep([.init(touchpoint: "B")], maximumGap: 5)],
                order: .any
            ),
            FunnelQuery(steps: try steps("A B"), breakdown: "channel", attribution: .step(3)),
        ]
        for query in contradictions {
            await #expect(throws: AnalysisError.self, "\(query)") { try await analyst.answer(query) }
        }
        let unknown = AnalysisError.unknownTouchpoint("a", suggestions: ["A", "B"])
        await #expect(throws: unknown) { try await analyst.answer(FunnelQuery(steps: steps("a"))) }
    }

    @Test("64 repeated steps at one instant are matched without trying every order")
    func wideTie() async throws {
        let analyst = analyst("ann: " + Array(repeating: "A0", count: 63).joined(separator: " "))
        let query = FunnelQuery(steps: Array(repeating: FunnelStep(touchpoint: "A"), count: 64))
        #expect(try await analyst.answer(query).steps.count { $0.reached == 1 } == 63)
    }
}
