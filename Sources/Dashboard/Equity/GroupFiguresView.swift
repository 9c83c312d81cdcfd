import Canvas
import JourneyModel
import Wording

/// The figure of a gap by groups, worst first, and whether they add up to it.
enum GroupFiguresView {
    static func draw(_ result: GroupFiguresResult, cursor: Int?, on canvas: inout Canvas) {
        guard !result.rows.isEmpty else {
            canvas.emptyState(
                EmptyState("Nothing here has a value of \(Dimension.title(result.query.by)).", "esc goes back.")
            )
            return
        }
        canvas.line([
            Span(figure(result.whole, result), .figure.bold), Span(" " + result.query.group.figureTitle),
            Span(result.people.map { "  \(NumberText.counted($0, CountingUnit.person)) affected" } ?? "", .muted),
        ])
        let words = result.reconciliation ?? ""
        let below = words.isEmpty ? 0 : min(canvas.lineCount(words, width: canvas.width), max(0, canvas.height - 5)) + 1
        let tall = max(0, min(result.rows.count + 1, canvas.height - 2 - below))
        canvas.table(
            table(result, cursor),
            titled: "By \(Dimension.title(result.query.by))",
            in: Rect(x: 0, y: 2, width: canvas.width, height: tall)
        )
        if below > 1 { _ = canvas.paragraph(words, y: tall + 3, .muted, maximumLines: below - 1) }
    }

    private static func table(_ result: GroupFiguresResult, _ cursor: Int?) -> Table {
        Table(
            columns: [
                TableColumn("", maximum: 32, priority: 9),
                TableColumn("affected", align: .decimal, priority: 7),
                TableColumn("figure", align: .decimal, priority: 8),
                TableColumn("n", align: .right, priority: 2),
                TableColumn("", minimum: 10, maximum: 40, priority: 3, grow: 1),
                TableColumn("against the rest", align: .decimal, priority: 6),
            ],
            rows: result.rows.map { cells($0, result) },
            cursor: cursor,
            list: 0
        )
    }

    private static func cells(_ row: GroupFiguresResult.Row, _ result: GroupFiguresResult) -> TableRow {
        let isShare = result.unit == .share
        let people = row.people.map { NumberText.count($0) } ?? NumberText.absent
        let n = row.figure.denominator.map { NumberText.decimal($0, decimals: 0) } ?? ""
        let shown: TableCell = isShare ? .spans(MeasureText.rate(row.figure)) : .text(figure(row.figure, result))
        let bar: TableCell =
            isShare ? .bar(Bar(row.figure.value ?? 0, interval: MeasureText.interval(row.figure))) : .text("")
        return TableRow([
            .text(row.value), .text(people), shown, .text(n, .muted), bar,
            .spans(ComparisonText.spans(row.againstRest)),
        ])
    }

    static func figure(_ measure: Measure, _ result: GroupFiguresResult) -> String {
        result.unit == .share
            ? NumberText.percent(measure.value)
            : measure.value.map { NumberText.decimal($0, decimals: 0) } ?? NumberText.absent
    }

    /// The same in plain sentences.
    static func sentences(_ result: GroupFiguresResult) -> [String] {
        let by = Dimension.title(result.query.by)
        var sentences = ["\(result.query.group.figureTitle): \(figure(result.whole, result)) all together."]
        if let worst = result.rows.first(where: { $0.figure.value != nil }) {
            let interval = result.unit == .share ? Sentence.interval(worst.figure) : ""
            sentences.append("By \(by), \(worst.value) stands worst: \(figure(worst.figure, result))\(interval).")
        }
        return sentences + [result.reconciliation].compactMap(\.self)
    }
}
