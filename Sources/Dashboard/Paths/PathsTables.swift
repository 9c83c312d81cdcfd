import Canvas
import JourneyModel
import Wording

/// The lists of the Paths screen.
enum PathsTables {
    static func transitions(_ paths: PathsResult, _ state: DashboardState, on canvas: inout Canvas) {
        guard !paths.transitions.isEmpty else {
            canvas.heading("Transitions")
            canvas.text(NoneText.text("Nobody has a second event here: nothing follows anything."), y: 1, .muted)
            return
        }
        let top = paths.transitions.compactMap { $0.share.high ?? $0.share.value }.max() ?? 1
        let arrow = canvas.glyphs.arrowRight + " "
        let isWide = canvas.width >= 100
        // Where room is short, names come before bars, and the first does not take the second's room.
        let longest = isWide ? 34 : max(14, (canvas.width - 46) / 2)
        let widths = [paths.transitions.map(\.from), paths.transitions.map { arrow + $0.to }]
            .map { names in names.map { canvas.measure($0) }.max() ?? 0 }
        let least = widths.map { isWide ? 14 : max(14, min($0, longest)) }
        let rows = paths.transitions.map { transition in
            TableRow([
                .text(transition.from),
                .spans([Span(arrow, .muted), Span(transition.to)]),
                .text(NumberText.count(transition.count)),
                .text(transition.subjects.map { NumberText.count($0) } ?? canvas.glyphs.dash),
                .spans(MeasureText.rate(transition.share)),
                .bar(Bar(comparing: transition.share, scale: top)),
                .text(SpanText.text(transition.medianGap), .muted),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: least[0], maximum: longest, priority: 10),
                    TableColumn("", minimum: least[1], maximum: 34, priority: 10),
                    TableColumn("times", align: .right, priority: 9),
                    TableColumn(paths.receipt.unit.plural, align: .right, priority: 6),
                    TableColumn(isWide ? "of what follows" : "share", align: .decimal, priority: 8),
                    TableColumn("", minimum: 8, maximum: 100, priority: 3, grow: 1),
                    TableColumn(isWide ? "median after" : "after", align: .right, priority: 5),
                ],
                rows: rows,
                cursor: state.cursor(panel: PathPanel.transitions.rawValue),
                list: PathPanel.transitions.rawValue
            ),
            titled: "Transitions"
        )
    }

    static func variants(_ result: VariantsResult, _ state: DashboardState, on canvas: inout Canvas) {
        let top = result.variants.compactMap { $0.share.high ?? $0.share.value }.max() ?? 1
        let list = PathPanel.variants.rawValue
        let cursor = state.cursor(panel: list)
        // The path itself says more than its bar.
        let isWide = canvas.width >= 100
        let barWidth = canvas.width >= 160 ? 24 : 8
        let rows = result.variants.map { variant -> TableRow in
            var cells: [TableCell] = [
                .blank,
                .text(NumberText.count(variant.count)),
                .spans(MeasureText.rate(variant.share)),
            ]
            if isWide { cells.append(.bar(Bar(comparing: variant.share, scale: top))) }
            // One event takes no time.
            let time = variant.path.count > 1 ? SpanText.text(variant.medianThroughput) : "one event"
            return TableRow(cells + [.text(time, .muted)])
        }
        var columns = [
            TableColumn("", minimum: 26, priority: 10, grow: 1),
            TableColumn(state.unit.plural, align: .right, priority: 9),
            TableColumn("share", align: .decimal, priority: 8),
        ]
        if isWide { columns.append(TableColumn("", minimum: barWidth, maximum: barWidth, priority: 3)) }
        columns.append(TableColumn(isWide ? "median time" : "time", align: .right, priority: 5))
        let table = Table(columns: columns, rows: rows, cursor: cursor, list: list)
        let frame = canvas.table(table, titled: "Whole paths")
        // How a path is shortened depends on the columns that the others leave it.
        guard let column = frame.columns.first.flatMap({ $0 }) else { return }
        for line in 0..<frame.count {
            let index = frame.offset + line
            let text = PathText.text(result.variants[index].path, columns: column.count, canvas)
            let style: Style = index == cursor ? .selection.reversed : .text
            canvas.text(text, x: column.lowerBound, y: frame.body.y + line, style, width: column.count)
        }
    }

    /// One of the lists below the two large ones.
    static func short(_ panel: PathPanel, _ paths: PathsResult, _ state: DashboardState, on canvas: inout Canvas) {
        switch panel {
        case .handoffs: HandOffsTable.draw(paths, state, on: &canvas)
        case .rework: rework(paths, state, on: &canvas)
        case .starts: edge("Starts", paths.starts, of: paths.startTotal, panel, state, on: &canvas)
        case .ends: edge("Ends", paths.ends, of: paths.endTotal, panel, state, on: &canvas)
        case .transitions, .variants: break
        }
    }

    private static func rework(_ paths: PathsResult, _ state: DashboardState, on canvas: inout Canvas) {
        guard !paths.rework.isEmpty else {
            canvas.heading("Done again")
            canvas.text(NoneText.text("Nothing is done twice."), y: 1, .muted)
            return
        }
        let rows = paths.rework.map { row in
            TableRow([
                .text(row.touchpoint),
                .text(NumberText.count(row.subjects)),
                .text(NumberText.count(row.selfLoops), .muted),
                .text(NumberText.count(row.repetitions), .muted),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 12, priority: 9, grow: 1),
                    TableColumn(paths.receipt.unit.plural, align: .right, priority: 8),
                    TableColumn("at once", align: .right, priority: 4),
                    TableColumn("later", align: .right, priority: 5),
                ],
                rows: rows,
                cursor: state.cursor(panel: PathPanel.rework.rawValue),
                list: PathPanel.rework.rawValue
            ),
            titled: "Done again"
        )
    }

    /// Where journeys begin, or end.
    private static func edge(
        _ title: String,
        _ values: [Catalog.Value],
        of total: Int,
        _ panel: PathPanel,
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let rows = values.map { value in
            TableRow([
                .text(value.name),
                .text(NumberText.count(value.count)),
                .text(NumberText.percent(value.count.share(of: total)), .muted),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 12, priority: 9, grow: 1),
                    TableColumn(state.unit.plural, align: .right, priority: 8),
                    TableColumn("share", align: .decimal, priority: 4),
                ],
                rows: rows,
                cursor: state.cursor(panel: panel.rawValue),
                list: panel.rawValue
            ),
            titled: title
        )
    }
}
