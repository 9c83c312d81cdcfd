import Canvas
import JourneyModel
import Wording

/// State and answers to cells: how much one path explains, then the lists.
enum PathsView {
    static func draw(_ state: DashboardState, on canvas: inout Canvas) {
        canvas.answer(PathsScreen.paths(state), waiting: "Following the paths \u{2026}") { paths, canvas in
            guard !paths.starts.isEmpty else { return drawNothing(paths, state, on: &canvas) }
            draw(paths, PathsScreen.variants(state), state, on: &canvas)
        }
    }

    private static func draw(
        _ paths: PathsResult,
        _ variants: Loadable<VariantsResult>,
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let focus = PathPanel(rawValue: state.place.panel) ?? .transitions
        let variantRows = variants.value?.variants.count ?? 1
        let short =
            [paths.handOffs?.pairs.count ?? 0, paths.rework.count, paths.starts.count, paths.ends.count].max() ?? 0
        let isBelow = focus.rawValue >= PathPanel.handoffs.rawValue
        let rows = Layout.rows(
            canvas.bounds,
            [
                .fixed(2, priority: 9),
                list(paths.transitions.count, isFocused: focus == .transitions, priority: 6),
                list(variantRows, isFocused: focus == .variants, priority: 5),
                list(short, isFocused: isBelow, priority: 4),
            ],
            gap: 1
        )
        if let head = rows[0] { canvas.region(head) { PathsHead.draw(paths, variants.value, state, on: &$0) } }
        if let rect = rows[1] { canvas.region(rect) { PathsTables.transitions(paths, state, on: &$0) } }
        if let rect = rows[2] {
            canvas.region(rect) { canvas in
                canvas.answer(variants) { PathsTables.variants($0, state, on: &$1) }
            }
        }
        if let rect = rows[3] { canvas.region(rect) { drawBelow(paths, focus, state, on: &$0) } }
    }

    /// The list with the cursor gets twice the others' share.
    private static func list(_ rows: Int, isFocused: Bool, priority: Int) -> Panel {
        let most = max(2, rows + 1)
        return Panel(
            .flexible(isFocused ? 2 : 1),
            minimum: min(isFocused ? 6 : 4, most),
            maximum: most,
            priority: isFocused ? 8 : priority
        )
    }

    /// The four short lists side by side, as many as there is room for.
    private static func drawBelow(
        _ paths: PathsResult,
        _ focus: PathPanel,
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let panels: [PathPanel] = [.handoffs, .rework, .starts, .ends]
        let columns = Layout.columns(
            canvas.bounds,
            panels.map { panel in
                let priority = panel == focus ? 9 : PathPanel.allCases.count - panel.rawValue
                let share = panel == .handoffs ? 1.6 : panel == .rework ? 1.3 : 1
                return Panel(.flexible(share), minimum: 23, maximum: 60, priority: priority)
            },
            gap: 3
        )
        for (panel, column) in zip(panels, columns) {
            guard let column else { continue }
            canvas.region(column) { PathsTables.short(panel, paths, state, on: &$0) }
        }
    }

    private static func drawNothing(_ paths: PathsResult, _ state: DashboardState, on canvas: inout Canvas) {
        if state.catalog?.events == 0 {
            canvas.emptyState(.noEvents(state))
        } else if paths.receipt.eventsWithoutSubject != 0 {
            let count = NumberText.count(paths.receipt.eventsWithoutSubject)
            canvas.emptyState(
                EmptyState(
                    "No event here belongs to a known \(paths.receipt.unit.rawValue).",
                    "There are \(count) events, but a path needs to know whose they are. u counts another unit, or import "
                        + "the column that says it:",
                    command: "cxm import FILE --column person=COLUMN --store \(ShellWord.quoted(state.store.path))"
                )
            )
        } else {
            var empty = EmptyState.noMatch("Nobody has an event", state)
            empty.title = NoneText.screen(empty.title)
            canvas.emptyState(empty)
        }
    }
}

/// The one number: how many take the most common path. It says at a glance whether there is one journey or a thousand,
/// which decides how to read everything below it.
enum PathsHead {
    static func draw(
        _ paths: PathsResult,
        _ variants: VariantsResult?,
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let isWide = canvas.width >= 100
        guard let variants, let first = variants.variants.first else {
            canvas.text(NumberText.absent, .muted)
            return
        }
        let left = canvas.line([
            Span(NumberText.percent(first.share.value), .figure.bold),
            Span(isWide ? " take the most common path" : " take the top path"),
        ])
        let gap = isWide ? "    " : "  "
        var counts = [
            [Span(NumberText.count(variants.subjects)), Span(" " + paths.receipt.unit.plural, .muted)],
            [Span(NumberText.count(variants.distinct)), Span(isWide ? " different paths" : " paths", .muted)],
        ]
        if let handoffs = handoffsEach(paths, variants.subjects) {
            counts.append([Span(handoffs), Span(" hand-offs each", .muted)])
        }
        let right = max(0, canvas.width - left - 2)
        canvas.line(canvas.asManyAsFit(counts, gap: gap, right), x: left + 2, width: right, align: .right)

        let margin = [MeasureText.margin(first.share), MeasureText.n(first.share)].filter { !$0.isEmpty }
        var under = [Span(margin.joined(separator: "   "), .muted)]
        if variants.variants.count > 1 {
            let count = min(10, variants.variants.count)
            let share = min(1, variants.variants.prefix(count).reduce(0) { $0 + ($1.share.value ?? 0) })
            under += [
                Span("   \(NumberText.percent(share))"),
                Span(isWide ? " take one of the \(count) most common" : " top \(count)", .muted),
            ]
        }
        let used = canvas.line(under, y: 1)
        guard let median = variants.medianThroughput else { return }
        let half = [Span("median ", .muted), Span(SpanText.text(median))]
        let late = variants.p90Throughput.map { [Span("\(gap)90% within ", .muted), Span(SpanText.text($0))] } ?? []
        let forms =
            ["from first to last event: ", "time taken: ", ""].map { [Span($0, .muted)] + half + late } + [half]
        let room = max(0, canvas.width - used - 2)
        canvas.line(canvas.firstFitting(forms, room), x: used + 2, y: 1, width: room, align: .right)
    }

    /// Hand-offs over subjects; nil where there is none.
    private static func handoffsEach(_ paths: PathsResult, _ subjects: Int) -> String? {
        guard subjects > 0, let handOffs = paths.handOffs, !handOffs.pairs.isEmpty else { return nil }
        return NumberText.decimal(Double(handOffs.handOffs.drawn) / Double(subjects), decimals: 2)
    }
}
