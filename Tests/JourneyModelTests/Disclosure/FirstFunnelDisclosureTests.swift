import Testing

@testable import JourneyModel

@Suite("The first funnel in public (D25)")
struct FirstFunnelDisclosureTests {
    private let policy = DisclosurePolicy()

    private func funnel(_ source: FirstFunnelSource, _ finished: Int, declared: [Bool]) -> FirstFunnel {
        FirstFunnel(
            source: source,
            path: declared.enumerated().map { index, isDeclared in
                FirstFunnel.Step(
                    step: FunnelStep(touchpoint: "s\(index)"),
                    taken: .rate(finished - index, of: finished, .d10),
                    isDeclared: isDeclared
                )
            },
            finished: finished
        )
    }

    @Test("What enough journeys suggest is told from rounded counts")
    func enough() {
        let shown = funnel(.journeys, 123, declared: [false, false]).protected(by: policy)
        #expect(shown.finished == 125 && shown.steps.count == 2)
        #expect(shown.path.allSatisfy { $0.taken.denominator == 125 })
        #expect(shown.protected(by: policy) == shown)
    }

    @Test("What few suggest is not told; what roles name is")
    func few() {
        #expect(funnel(.journeys, 9, declared: [false, false]).protected(by: policy) == FirstFunnel())
        let shown = funnel(.roles, 9, declared: [true, false, true]).protected(by: policy)
        #expect(shown.steps.map(\.name) == ["s0", "s2"])
        #expect(shown.finished.isHidden && shown.path.allSatisfy { $0.taken.value == nil })
        #expect(shown.protected(by: policy) == shown)
        #expect(funnel(.roles, 9, declared: [true, false]).protected(by: policy) == FirstFunnel())
    }

    @Test("Of a funnel in public, who completed otherwise is protected as who went nowhere is")
    func completedOtherwise() {
        let step = FunnelResult.Step(
            name: "s",
            isOptional: false,
            reached: 60,
            dropped: 40,
            pending: 0,
            ofPrevious: .rate(60, of: 60, .d3),
            ofEntered: .rate(60, of: 60, .d3),
            nothingNext: 33,
            completedOtherwise: 7
        )
        let shown = ProtectedSteps([step], converted: 20, entered: 60, policy).steps[0]
        #expect(shown.completedOtherwise.isHidden)
        #expect(shown.nothingNext == .withheld || shown.nothingNext % 5 == 0 && 40 - shown.nothingNext >= 5)
    }
}
