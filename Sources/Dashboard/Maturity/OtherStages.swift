import Canvas
import JourneyModel

/// The criteria of the stages that are not the one in hand, two stages side by side: where there is room, the whole model is
/// seen at once.
enum OtherStages {
    static let minimumWidth = 150
    private static let gap = 4

    /// What it takes to draw them all; 0 where the screen is too narrow.
    static func rows(_ result: MaturityResult, besides shown: Int, width: Int) -> Int {
        guard width >= minimumWidth else { return 0 }
        let heights = pairs(result, shown).map { pair in (pair.map(\.criteria.count).max() ?? 0) + 1 }
        return heights.reduce(0, +) + max(0, heights.count - 1)
    }

    static func draw(_ result: MaturityResult, besides shown: Int, on canvas: inout Canvas) {
        var y = 0
        for pair in pairs(result, shown) {
            let height = (pair.map(\.criteria.count).max() ?? 0) + 1
            let band = Rect(x: 0, y: y, width: canvas.width, height: height)
            let halves = Layout.columns(band, [.flexible(1), .flexible(1)], gap: gap)
            for (stage, half) in zip(pair, halves) {
                if let half { canvas.region(half) { draw(stage, result, on: &$0) } }
            }
            y += height + 1
        }
    }

    private static func pairs(_ result: MaturityResult, _ shown: Int) -> [[MaturityResult.Stage]] {
        let others = result.stages.filter { $0.number != shown }
        return stride(from: 0, to: others.count, by: 2).map { Array(others[$0..<min($0 + 2, others.count)]) }
    }

    private static func draw(_ stage: MaturityResult.Stage, _ result: MaturityResult, on canvas: inout Canvas) {
        let needed = MaturityText.needed(stage.number, result)
        let table = Table(
            columns: [
                TableColumn("", minimum: 28, maximum: 60, priority: 20, grow: 1),
                TableColumn("now", align: .decimal, priority: 19),
                TableColumn("goal", align: .decimal, priority: 16),
                TableColumn("rating", minimum: 9, priority: 18),
            ],
            rows: stage.criteria.map { criterion in
                TableRow([
                    .spans(MaturityText.name(criterion, needed: needed, canvas.glyphs)),
                    .spans(MaturityText.now(criterion)),
                    .spans(MaturityText.goal(criterion)),
                    .text(MaturityText.rating(criterion), MaturityText.style(criterion)),
                ])
            }
        )
        canvas.table(table, titled: "Stage \(MaturityText.short(stage, 40, canvas))")
    }
}
