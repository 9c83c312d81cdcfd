import Canvas
import Foundation
import JourneyModel
import TestSupport
import Testing
import Wording

@testable import Dashboard

/// The funnels of the groups side by side.
struct FunnelMultiplesTests {
    @Test("Cells are of one size, lie in the room and apart from each other; all groups have one where they fit")
    func grid() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<3000 {
            let groups = Int.random(in: 0...40, using: &random)
            let steps = Int.random(in: 1...10, using: &random)
            let width = Int.random(in: 0...320, using: &random)
            let height = Int.random(in: -5...80, using: &random)
            let lossWidth = Int.random(in: 20...70, using: &random)
            let grid = MultiplesGrid(groups: groups, steps: steps, width: width, height: height, lossWidth: lossWidth)
            guard let grid else {
                #expect(groups < 2 || width < 30 || height < steps + 2)
                continue
            }
            #expect(grid.height <= height)
            #expect((1...groups).contains(grid.shown))
            #expect(grid.shown <= MultiplesGrid.most(steps: steps, width: width, height: height))
            let cells = (0..<grid.shown).map { grid.cell($0) }
            for (index, cell) in cells.enumerated() {
                #expect(cell.x >= 0 && cell.maxX <= width && cell.y >= 1 && cell.maxY <= grid.height)
                #expect(cell.size == cells[0].size && cell.width >= (grid.hasLosses ? lossWidth : 30))
                #expect(cells[..<index].allSatisfy { $0.intersection(cell).isEmpty })
            }
            // Where not all fit, no more would: neither beside nor below the last one.
            if grid.shown < groups {
                #expect(!grid.hasLosses && grid.shown == grid.columns * grid.rows)
                #expect(grid.height + 1 + grid.cellHeight > height)
                #expect((grid.columns + 1) * 30 + grid.columns * 4 > width)
            }
        }
    }

    @Test("Each group has its share of those who entered at each step, and the loss that is its largest is marked")
    func shares() throws {
        let result = Fixtures.funnel()
        for (width, height, hasWords) in [(200, 40, true), (200, 8, false), (70, 14, false)] {
            let lines = try drawn(result, width, height)
            for group in result.groups {
                let cell = try cell(of: group, in: lines)
                #expect(cell[0].contains("\(NumberText.count(group.entered)) entered"))
                let each = hasWords ? 2 : 1
                for (index, step) in group.steps.enumerated() {
                    #expect(cell[1 + each * index].contains(NumberText.percent(step.ofEntered.value)), "\(group.value)")
                }
                let largest = try #require(
                    group.steps.indices.max { group.steps[$0].dropped < group.steps[$1].dropped }
                )
                let marked = cell.indices.filter { cell[$0].contains(hasWords ? ", the most" : "╰") }
                #expect(marked == [hasWords ? 2 * (largest + 1) : largest + 1], "\(group.value) at \(width)x\(height)")
            }
        }
    }

    @Test("Of twenty groups the largest are shown, in the order of the table, and how many are not is said")
    func many() throws {
        var result = Fixtures.funnel()
        let group = result.groups[0]
        result.groups = (0..<20).map { index in
            var one = group
            one.value = "group \(20 - index)"
            one.entered = group.entered - index
            return one
        }
        let byName = FunnelScreen.groups(result, sort: 3)
        let text = try drawn(result, inOrder: byName, 200, 14).joined(separator: "\n")
        let shown = result.groups.filter { text.contains("  \($0.value) ") }.map(\.value)
        #expect(shown == (9...20).reversed().map { "group \($0)" })
        #expect(text.contains("8 more"))
        let places = byName.map(\.value).filter(shown.contains).compactMap { text.range(of: "  \($0) ")?.lowerBound }
        #expect(places == places.sorted())
    }

    @Test("What disclosure control hides in the table is hidden in the cells: a dash, and why", arguments: [60, 12])
    func protected(height: Int) throws {
        var result = Fixtures.funnel()
        let policy = DisclosurePolicy()
        // A step that few of the last group took, and two groups of a few.
        result.groups[3].steps[4].reached = 4
        result.groups[3].steps[3].dropped += result.groups[3].converted - 4
        result.groups[3].converted = 4
        for index in 1...2 {
            var small = result.groups[3]
            small.value = "village \(index)"
            small.entered = 7
            result.groups.append(small)
        }
        let shown = result.protected(by: policy)
        let style = WordingStyle(protection: policy)
        try WordingStyle.$current.withValue(style) {
            let lines = try drawn(shown, 200, height)
            #expect(!lines.contains { $0.contains("village") })
            let small = try cell(of: #require(shown.groups.last), in: lines)
            #expect(small[0].contains("(small groups)"))
            #expect(small[1].contains("hidden: fewer than 10") && small[1].contains("–"))
            let counter = try cell(of: #require(shown.groups.first { $0.value == "counter" }), in: lines)
            let last = try #require(counter.last { $0.contains("  5 ") })
            #expect(last.contains("hidden: fewer than 10") && last.contains("–") && !last.contains("▇"))
            // Nobody knows which loss is the largest where one is hidden.
            #expect(!small.contains { $0.contains("the most") || $0.contains("╰ ") && height < 20 })
        }
    }

    @Test("There are none without a breakdown, with one group, or where there is no room")
    func none() {
        var result = Fixtures.funnel()
        let canvas = Canvas(width: 120, height: 36)
        #expect(FunnelMultiples(result, inOrder: result.groups, height: 6, on: canvas) == nil)
        #expect(FunnelMultiples(result, inOrder: result.groups, height: 7, on: canvas) != nil)
        result.groups = [result.groups[0]]
        #expect(FunnelMultiples(result, inOrder: result.groups, height: 40, on: canvas) == nil)
        result.groups = []
        #expect(FunnelMultiples(result, inOrder: [], height: 40, on: canvas) == nil)
    }

    @Test("Times are drawn by spans: neighbours together where there are few rows, and an axis that never turns back")
    func spans() {
        let spans = SpanCount.starts.enumerated().map { SpanCount(from: $0.element, count: $0.offset * $0.offset) }
        for rows in 0...20 {
            let joined = SpanHistogram.joined(spans, rows: rows)
            #expect(
                joined.count == min(spans.count, max(1, rows))
                    && joined.reduce(0) { $0 + $1.count } == spans.reduce(0) { $0 + $1.count }
            )
            #expect(joined.map(\.from) == joined.map(\.from).sorted() && joined.first?.from == 0)
        }
        for (first, last) in [(0, 1), (5, 5), (1000, 1000), (62_000, 724 * .day), (2 * .hour, 3 * .hour)]
            as [(Milliseconds, Milliseconds)]
        {
            let axis = SpanAxis(from: first, to: last)
            let times = (0...100).map { axis.time(at: Double($0) / 100) }
            #expect(times == times.sorted() && times[0] <= first && times[100] == last)
            // Each span has the same room.
            for (index, start) in axis.starts.enumerated() {
                #expect(axis.time(at: Double(index) / Double(axis.starts.count)) == start)
            }
        }
    }

    private func drawn(
        _ result: FunnelResult,
        inOrder groups: [FunnelResult.Group]? = nil,
        _ width: Int,
        _ height: Int
    ) throws -> [String] {
        var canvas = Canvas(width: width, height: height)
        let multiples = try #require(
            FunnelMultiples(result, inOrder: groups ?? result.groups, height: height, on: canvas)
        )
        multiples.draw(DashboardState.sample(.funnel, size: Size(width: 200, height: 60)), on: &canvas)
        return canvas.grid.text
    }

    /// The lines of the cell that begins with the name of a group.
    private func cell(of group: FunnelResult.Group, in lines: [String]) throws -> [String] {
        let top = try #require(lines.dropFirst().firstIndex { $0.contains("  \(group.value) ") })
        let name = try #require(lines[top].range(of: "  \(group.value) "))
        let left = lines[top].distance(from: lines[top].startIndex, to: name.lowerBound)
        let rest = lines[top].dropFirst(left)
        let end = try #require(rest.range(of: "entered")).upperBound
        let width = rest.distance(from: rest.startIndex, to: end)
        let below = lines[top...].prefix { !$0.allSatisfy { $0 == " " } }
        return below.map { String($0.dropFirst(left).prefix(width)) }
    }
}
