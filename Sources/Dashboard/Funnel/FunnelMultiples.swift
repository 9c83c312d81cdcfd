import Canvas
import JourneyModel
import Wording

/// The same funnel once for each group of the breakdown, side by side on one scale: where a group differs shows in its shape.
struct FunnelMultiples {
    private let result: FunnelResult
    private let grid: MultiplesGrid
    /// The largest groups in the order of the table, each with its row there.
    private let shown: [(row: Int, group: FunnelResult.Group)]

    /// Nil where there are none to compare, or no room for them.
    ///
    /// - Parameter groups: in the order of the table.
    init?(_ result: FunnelResult, inOrder groups: [FunnelResult.Group], height: Int, on canvas: Canvas) {
        // The answer has the largest first.
        let most = MultiplesGrid.most(steps: result.steps.count, width: canvas.width, height: height)
        let largest = Array(result.groups.prefix(most))
        guard
            let grid = MultiplesGrid(
                groups: groups.count,
                steps: result.steps.count,
                width: canvas.width,
                height: height,
                lossWidth: MultiplesCell.lossWidth(result, largest, canvas)
            )
        else { return nil }
        self.result = result
        self.grid = grid
        let names = Set(largest.prefix(grid.shown).map(\.value))
        shown = groups.enumerated().filter { names.contains($0.element.value) }.map { ($0.offset, $0.element) }
    }

    /// The rows that they take.
    var height: Int { grid.height }

    func draw(_ state: DashboardState, on canvas: inout Canvas) {
        drawHeading(on: &canvas)
        let cells = MultiplesCell(result, shown.map(\.group), grid, canvas)
        let isInGroups = state.place.panel == FunnelScreen.groupsPanel
        let cursor = isInGroups ? state.cursor(panel: FunnelScreen.groupsPanel) : nil
        for (index, cell) in shown.enumerated() {
            let rect = grid.cell(index)
            canvas.clickable(rect, .row(list: FunnelScreen.groupsPanel, index: cell.row))
            canvas.region(rect) { cells.draw(cell.group, isSelected: cell.row == cursor, on: &$0) }
        }
    }

    /// What is drawn, and how many groups are not; where there is no room for both, the number.
    private func drawHeading(on canvas: inout Canvas) {
        let left = canvas.heading("Steps \(FunnelGroups.title(result))") + 3
        let more = result.groups.count - shown.count
        let scale = [Span("share of those who entered", .muted)]
        let mark = [Span("     "), Span(canvas.glyphs.dropped, .accent.bold), Span(" where most dropped", .muted)]
        let rest = more > 0 ? [Span("\(NumberText.count(more)) more", .muted)] : []
        let space = rest.isEmpty ? [] : [Span("     ")]
        let isMarked = !grid.hasLosses && shown.contains { FunnelLoss.largest(in: $0.group.steps) != nil }
        let forms = [scale + (isMarked ? mark : []) + space + rest, scale + space + rest, rest, []]
        let room = max(0, canvas.width - left)
        canvas.line(canvas.firstFitting(forms, room), x: left, width: room)
    }
}
