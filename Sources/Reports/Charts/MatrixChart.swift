import JourneyModel
import Wording

extension PreferencesResult {
    private static let shown = 8

    /// Which channel people were reached on, by the one they asked for: each row's shares as a heat map.
    var matrixChart: Chart? {
        let preferred = Set(matrix.map(\.preferred)).sorted()
        let used = Set(matrix.map(\.used)).sorted()
        guard !preferred.isEmpty, preferred.count <= Self.shown, used.count <= Self.shown else { return nil }
        var shapes: [Chart.Shape] = []
        var sentences: [String] = []
        let (left, rowHeight, head) = (0.26, 30.0, 24.0)
        let slot = (1 - left) / Double(used.count)
        for (column, name) in used.enumerated() {
            let text = Chart.Label(name, wide: 72 / used.count, narrow: max(3, 36 / used.count))
            let x = left + (Double(column) + 0.5) * slot
            shapes.append(.text(text, at: Chart.Point(x, 14), .middle, .note))
        }
        for (line, row) in preferred.enumerated() {
            let counts = used.map { name in
                matrix.filter { $0.preferred == row && $0.used == name }.reduce(0) { $0 + $1.contacts }
            }
            let all = matrixRows.first { $0.preferred == row }?.contacts ?? 0
            let y = head + Double(line) * rowHeight
            shapes.append(.text(Chart.Label(row, wide: 30, narrow: 11), at: Chart.Point(0, y + 19), .start, .label))
            for (column, count) in counts.enumerated() where all != 0 || count.isHidden {
                let share = count.share(of: all)
                let x = left + Double(column) * slot
                let box = Chart.Box(x: x + slot * 0.02, width: slot * 0.96, y: y + 1, height: rowHeight - 2)
                shapes.append(.bar(box, .heat(share.map { $0 == 0 ? 0 : 1 + min(3, Int($0 * 4)) } ?? 0)))
                if row == used[column] { shapes.append(.bar(box, .match)) }
                let text = count.hiddenText ?? (count == 0 ? "·" : NumberText.percent(share, decimals: 0))
                shapes.append(.text(.whole(text), at: Chart.Point(x + slot / 2, y + 19), .middle, .label))
                if count != 0 { sentences.append("asked for \(row), reached by \(used[column]) \(text)") }
            }
        }
        return Chart(
            title: "Asked for (down), reached by (across): shares of each row",
            description: ChartText.list(sentences, most: 24),
            height: head + rowHeight * Double(preferred.count) + 2,
            shapes: shapes,
            legend: [.init(.match, "reached as asked"), .init(.heat(4), "the darker, the larger the share")]
        )
    }
}
