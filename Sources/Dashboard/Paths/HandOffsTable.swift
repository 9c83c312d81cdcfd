import Canvas
import JourneyModel
import Wording

/// Changes of channel within journeys (D20), and what becomes of them.
enum HandOffsTable {
    static func draw(_ paths: PathsResult, _ state: DashboardState, on canvas: inout Canvas) {
        guard let handOffs = paths.handOffs, !handOffs.pairs.isEmpty else { return drawNone(state, on: &canvas) }
        let arrow = " \(canvas.glyphs.arrowRight) "
        let rows = handOffs.pairs.map { pair in
            TableRow([
                .spans([Span(pair.from), Span(arrow, .muted), Span(pair.to)]),
                .text(NumberText.count(pair.count)),
                .text(NumberText.count(pair.subjects), .muted),
                .text(NumberText.percent(pair.completed.value)),
                .text(NumberText.percent(pair.reAsked.value)),
                .text(SpanText.text(pair.medianGap), .muted),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 12, priority: 9, grow: 1),
                    TableColumn("times", align: .right, priority: 8),
                    TableColumn(handOffs.receipt.unit.plural, align: .right, priority: 3),
                    TableColumn("done", align: .decimal, priority: 6),
                    TableColumn("again", align: .decimal, priority: 5),
                    TableColumn("gap", align: .right, priority: 4),
                ],
                rows: rows,
                cursor: state.cursor(panel: PathPanel.handoffs.rawValue),
                list: PathPanel.handoffs.rawValue
            ),
            titled: "Hand-offs"
        )
    }

    private static func drawNone(_ state: DashboardState, on canvas: inout Canvas) {
        canvas.heading("Hand-offs")
        let isKnown = (state.catalog?.channels.count ?? 0) > 0
        canvas.paragraph(
            isKnown
                ? NoneText.text("None: nobody changes the channel within a journey.")
                : "No event has a channel; import one: --column channel=COLUMN",
            y: 1,
            .muted,
            maximumLines: max(1, canvas.height - 1)
        )
    }
}
