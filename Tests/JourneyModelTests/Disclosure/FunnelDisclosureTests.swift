import TestSupport
import Testing
import Wording

@testable import JourneyModel

@Suite("A funnel in public (D25)")
struct FunnelDisclosureTests {
    private let policy = DisclosurePolicy()

    /// A funnel from its cells, as D3 adds them up: dropped and pending by step, and who converted.
    private func funnel(_ cells: [(dropped: Int, pending: Int)], converted: Int) -> FunnelResult {
        var there = converted
        var reached: [Int] = []
        for cell in cells.reversed() {
            there += cell.dropped + cell.pending
            reached.insert(there, at: 0)
        }
        let counts = reached + [converted]
        let steps = counts.indices.map { index in
            FunnelResult.Step(
                name: "s\(index)",
                isOptional: false,
                reached: counts[index],
                dropped: index < cells.count ? cells[index].dropped : 0,
                pending: index < cells.count ? cells[index].pending : 0,
                ofPrevious: .rate(counts[index], of: counts[max(0, index - 1)], .d3),
                ofEntered: .rate(counts[index], of: counts[0], .d3)
            )
        }
        let times = (0..<converted).map { Milliseconds($0 + 1) * .hour }
        return FunnelResult(
            query: FunnelQuery(steps: steps.map { FunnelStep(touchpoint: $0.name) }),
            entered: there,
            converted: converted,
            pending: cells.reduce(0) { $0 + $1.pending },
            dropped: cells.reduce(0) { $0 + $1.dropped },
            steps: steps,
            rateOfAll: .rate(converted, of: there, .d3),
            rateOfMature: .rate(converted, of: there, .d3),
            timeToConvert: .init(
                n: converted,
                quantiles: [0.1: 1, 0.25: 2, 0.5: 3, 0.75: 4, 0.9: 5, 0.95: 6],
                histogram: Histogram(times.map(Double.init)),
                spans: SpanCount.counts(ofSorted: times),
                curve: KaplanMeier(events: times, censored: [])
            ),
            groups: [],
            receipt: Receipt(
                definitions: [.d3],
                scope: Scope(),
                unit: .person,
                events: 500,
                subjects: 500,
                eventsWithoutSubject: 0,
                horizon: nil
            )
        )
    }

    @Test("A drop-off of a few is hidden between two steps that are rounded")
    func dropOff() {
        let shown = funnel([(4, 0), (50, 0)], converted: 46).protected(by: policy)
        #expect(shown.steps.map(\.reached) == [100, 95, 45])
        #expect(shown.steps.map(\.dropped) == [.hidden(below: 10), 50, 0])
        #expect(shown.entered == 100)
        #expect(shown.rateOfAll.value == 0.45)
        #expect(shown.receipt.definitions.last == .d25)
        #expect(shown.receipt.notes.last?.text == "Protected: counts under 10 hidden, rounded to 5.")
    }

    @Test("Nothing that is shown depends on how few the hidden are", arguments: 1...300 as ClosedRange<UInt64>)
    func fewAreAlike(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let cells = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            (dropped: Int.random(in: 0...30, using: &random), pending: Int.random(in: 0...14, using: &random))
        }
        let converted = Int.random(in: 0...40, using: &random)
        func other(_ count: Int) -> Int { (1...9).contains(count) ? Int.random(in: 1...9, using: &random) : count }
        let others = cells.map { (dropped: other($0.dropped), pending: other($0.pending)) }
        let (first, second) = (funnel(cells, converted: converted), funnel(others, converted: other(converted)))
        let (shown, alike) = (first.protected(by: policy), second.protected(by: policy))
        // A total crosses the threshold itself: that it is so small, or not, is said.
        let pairs =
            zip(first.steps, second.steps).map { ($0.reached, $1.reached) }
            + [(first.pending, second.pending), (first.dropped, second.dropped)]
        guard pairs.allSatisfy({ ($0 < 10) == ($1 < 10) }) else { return }
        #expect(shown.steps.map(\.reached) == alike.steps.map(\.reached))
        #expect(shown.steps.map(\.dropped) == alike.steps.map(\.dropped))
        #expect(shown.steps.map(\.ofEntered) == alike.steps.map(\.ofEntered))
        #expect((shown.entered, shown.dropped, shown.pending) == (alike.entered, alike.dropped, alike.pending))
        #expect(shown.rateOfAll == alike.rateOfAll)
    }

    @Test(
        "Steps never grow, add up as they are shown, and are near the truth",
        arguments: 1...100 as ClosedRange<UInt64>
    )
    func addsUp(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let cells = (0..<3).map { _ in (dropped: Int.random(in: 0...60, using: &random), pending: 0) }
        let exact = funnel(cells, converted: Int.random(in: 10...60, using: &random))
        let shown = exact.protected(by: policy)
        for (step, next) in zip(shown.steps, shown.steps.dropFirst()) {
            let lost = step.dropped.isHidden ? policy.standIn : step.dropped
            #expect(step.reached - next.reached == lost)
        }
        // Each cell is at most 4 off: 2 by rounding, or 1 to 9 shown as 5.
        for (step, truth) in zip(shown.steps, exact.steps) { #expect(abs(step.reached - truth.reached) <= 4 * 4) }
        #expect(shown.protected(by: policy) == shown)
    }

    @Test("Quantiles far out need ten times as many; there is no least and no most")
    func times() {
        let few = funnel([(20, 0)], converted: 99).protected(by: policy).timeToConvert
        #expect(Set(few.quantiles.keys) == [0.25, 0.5, 0.75])
        #expect(few.histogram == nil && few.spans.isEmpty)
        let many = funnel([(20, 0)], converted: 100).protected(by: policy).timeToConvert
        #expect(many.quantiles.count == 6)
        let none = funnel([(20, 0)], converted: 9).protected(by: policy).timeToConvert
        #expect(none.quantiles.isEmpty && none.n.isHidden && none.curve.points.isEmpty)
    }

    @Test("The curve falls by ten or more at a time, and neither begins at the first nor ends at the last")
    func curve() throws {
        let exact = funnel([(20, 0)], converted: 95).timeToConvert.curve
        let shown = exact.protected(by: policy)
        #expect(shown.points.allSatisfy { $0.events >= 10 && $0.atRisk >= 10 && $0.atRisk.isMultiple(of: 5) })
        let (first, last) = (try #require(exact.points.first), try #require(exact.points.last))
        #expect(shown.points.allSatisfy { $0.time > first.time && $0.time < last.time })
        for point in shown.points { #expect((point.survival * 100).rounded() / 100 == point.survival) }
    }
}
