import JourneyModel
import Testing

@testable import Canvas

@Suite struct LayoutTests {
    @Test func sharesOutWhatIsLeft() {
        let panels: [Panel] = [.fixed(3), .flexible(1), .flexible(2)]
        #expect(Layout.lengths(33, panels) == [3, 10, 20])
        #expect(Layout.lengths(35, panels, gap: 1) == [3, 10, 20])
        #expect(Layout.lengths(20, [Panel(.fraction(0.25)), .flexible()]) == [5, 15])
    }

    @Test func dropsByPriority() {
        let panels: [Panel] = [
            .fixed(2, priority: 9), .flexible(minimum: 6, priority: 1), .flexible(minimum: 5, priority: 5),
            .flexible(minimum: 4, priority: 1),
        ]
        #expect(Layout.lengths(17, panels) == [2, 6, 5, 4])
        #expect(Layout.lengths(16, panels) == [2, 7, 7, nil])
        #expect(Layout.lengths(12, panels) == [2, nil, 10, nil])
        #expect(Layout.lengths(6, panels) == [2, nil, nil, nil])
        #expect(Layout.lengths(1, panels) == [1, nil, nil, nil])
        #expect(Layout.lengths(0, []).isEmpty)
    }

    @Test func rectanglesFollowEachOther() {
        let rect = Rect(x: 5, y: 2, width: 40, height: 20)
        let rows = Layout.rows(rect, [.fixed(3), .flexible()], gap: 1)
        #expect(rows == [Rect(x: 5, y: 2, width: 40, height: 3), Rect(x: 5, y: 6, width: 40, height: 16)])
        let columns = Layout.columns(rect, [.flexible(), .fixed(10)], gap: 2)
        #expect(columns == [Rect(x: 5, y: 2, width: 28, height: 20), Rect(x: 35, y: 2, width: 10, height: 20)])
    }

    @Test func neverExceedsTheTotal() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<3_000 {
            let panels = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                let kind: Panel.Length = [
                    .fixed(Int.random(in: 0...30, using: &random)),
                    .fraction(Double.random(in: -0.2...1.3, using: &random)),
                    .flexible(Double.random(in: 0...3, using: &random)),
                ].randomElement(using: &random, or: .fixed(1))
                return Panel(
                    kind,
                    minimum: Int.random(in: 0...12, using: &random),
                    maximum: Bool.random(using: &random) ? 15 : nil,
                    priority: Int.random(in: 0...3, using: &random)
                )
            }
            let total = Int.random(in: 0...80, using: &random)
            let gap = Int.random(in: 0...2, using: &random)
            let lengths = Layout.lengths(total, panels, gap: gap)
            let kept = lengths.compactMap(\.self)
            #expect(kept.reduce(gap * max(0, kept.count - 1), +) <= total)
            #expect(kept.allSatisfy { $0 >= 0 })
            // Only the last panel left may get less than it needs.
            if kept.count > 1 {
                #expect(zip(lengths, panels).allSatisfy { length, panel in length.map { $0 >= panel.minimum } ?? true })
            }
            let dropped = zip(lengths, panels).filter { $0.0 == nil }.map(\.1.priority).max()
            let least = zip(lengths, panels).filter { $0.0 != nil }.map(\.1.priority).min()
            if let dropped, let least { #expect(dropped <= least) }
        }
    }
}
