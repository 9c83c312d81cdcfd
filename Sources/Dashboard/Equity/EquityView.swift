import Canvas
import JourneyModel
import Wording

/// Completion by groups of people, worst first (D21).
enum EquityView {
    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        canvas.answer(EquityScreen.result(context.state)) { result, canvas in
            draw(result, cursor: context.state.cursor(), on: &canvas)
        }
    }

    private static func draw(_ result: EquityResult, cursor: Int?, on canvas: inout Canvas) {
        guard !result.groups.isEmpty else {
            canvas.emptyState(
                EmptyState(
                    "Nobody here has a value of \(Dimension.title(result.query.trait)).",
                    "Import a column as a trait of people to compare groups.",
                    command: "cxm import FILE --column \(result.query.trait)=COLUMN"
                )
            )
            return
        }
        var lines = canvas.height
        if let unknown = result.unknown.value {
            let isUnsafe = unknown > 0.2
            let words =
                unknown == 0 ? "Everybody has a value." : "\(NumberText.percent(unknown)) of people have no value"
            canvas.text(
                isUnsafe ? words + ": too many for a safe comparison" : words,
                y: min(canvas.height - 1, result.groups.count + 2),
                isUnsafe ? .warning : .muted
            )
            lines -= 2
        }
        let table = Table(
            columns: [
                TableColumn("", maximum: 32, priority: 9),
                TableColumn("people", align: .decimal, priority: 5),
                TableColumn("completion", align: .decimal, priority: 8),
                TableColumn("n", align: .right, priority: 2),
                TableColumn("", minimum: 10, maximum: 40, priority: 3, grow: 1),
                TableColumn("against the rest", align: .decimal, priority: 6),
            ],
            rows: result.groups.map { group in
                TableRow([
                    .text(group.value),
                    .text(NumberText.count(group.people)),
                    .spans(MeasureText.rate(group.completion)),
                    .text(group.completion.denominator.map { NumberText.decimal($0, decimals: 0) } ?? "", .muted),
                    .bar(Bar(group.completion.value ?? 0, interval: MeasureText.interval(group.completion))),
                    .spans(ComparisonText.spans(group.againstRest)),
                ])
            },
            cursor: cursor,
            list: 0
        )
        canvas.table(
            table,
            titled: "Completion by \(Dimension.title(result.query.trait))",
            in: Rect(x: 0, y: 0, width: canvas.width, height: max(0, lines))
        )
    }
}
