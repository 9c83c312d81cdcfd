import Canvas
import JourneyModel
import Wording

/// State and answer to cells: how much there is and how old, where it came from, what is wrong with it.
enum DataView {
    static func draw(_ state: DashboardState, on canvas: inout Canvas) {
        canvas.answer(DataScreen.summary(state), waiting: "Reading the store \u{2026}") { summary, canvas in
            switch state.place.detail(DataDetail.self) {
            case .source(let name): DataDetailView.draw(source: name, summary, state, on: &canvas)
            case .reject(let row): DataDetailView.draw(row, state, on: &canvas)
            case nil:
                guard summary.events != 0 || !summary.sources.isEmpty else { return drawEmpty(state, on: &canvas) }
                draw(summary, state, on: &canvas)
            }
        }
    }

    private static func draw(_ summary: StoreSummary, _ state: DashboardState, on canvas: inout Canvas) {
        let focus = DataPanel(rawValue: state.place.panel) ?? .sources
        let (sources, rejects, findings) = (
            summary.sources.count, max(1, summary.rejects.count), summary.findings.count
        )
        // What is wrong with the data has its room first; the gaps are between six parts.
        let others = headRows + (sources + 1) + (rejects + 1) + (findings + 1) + 1 + 5
        let facets = DataFacets(summary, state.catalog, width: canvas.width, height: canvas.height - others)
        let isBelow = focus == .findings || (focus == .dimensions && facets == nil)
        let below = facets == nil ? max(findings, summary.dimensions.count) : findings
        var panels: [Panel] = [
            .fixed(headRows, priority: 9),
            list(sources, isFocused: focus == .sources, priority: 6),
            list(rejects, isFocused: focus == .rejects, priority: 4),
            Panel(
                .flexible(isBelow ? 3 : 2),
                minimum: min(isBelow ? 6 : 4, below + 1),
                maximum: below + 1,
                priority: isBelow ? 8 : 5
            ),
        ]
        if let facets {
            for index in panels.indices { panels[index].minimum = panels[index].maximum ?? 1 }
            panels.append(Panel(.flexible(1), minimum: 1, maximum: facets.height, priority: 2))
        }
        let rows = Layout.rows(canvas.bounds, panels + [.fixed(1, priority: 3)], gap: 1)
        if let rect = rows[0] { canvas.region(rect) { DataHead.draw(summary, state, on: &$0) } }
        if let rect = rows[1] { canvas.region(rect) { DataTables.sources(summary, state, on: &$0) } }
        if let rect = rows[2] { canvas.region(rect) { DataTables.rejects(summary, state, on: &$0) } }
        if let rect = rows[3] {
            canvas.region(rect) { canvas in
                guard facets == nil else { return DataTables.findings(summary, state, on: &canvas) }
                drawBelow(summary, focus, state, on: &canvas)
            }
        }
        if let facets, let rect = rows[4] { canvas.region(rect) { facets.draw(state, on: &$0) } }
        if let rect = rows.last ?? nil {
            canvas.line([Span("more data: ", .muted), Span(importCommand(state), .link)], y: rect.y)
        }
    }

    private static let headRows = 2

    static func importCommand(_ state: DashboardState) -> String {
        "cxm import FILE --store \(ShellWord.quoted(state.store.path))"
    }

    private static func list(_ rows: Int, isFocused: Bool, priority: Int) -> Panel {
        Panel(
            .flexible(isFocused ? 2 : 1),
            minimum: min(isFocused ? 6 : 4, rows + 1),
            maximum: rows + 1,
            priority: isFocused ? 8 : priority
        )
    }

    private static func drawBelow(
        _ summary: StoreSummary,
        _ focus: DataPanel,
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let columns = Layout.columns(
            canvas.bounds,
            [
                .flexible(2.2, minimum: 40, priority: focus == .dimensions ? 1 : 2),
                .flexible(1, minimum: 24, priority: focus == .dimensions ? 2 : 1),
            ],
            gap: 3
        )
        if let left = columns[0] { canvas.region(left) { DataTables.findings(summary, state, on: &$0) } }
        if let right = columns[1] { canvas.region(right) { DataTables.dimensions(summary, state, on: &$0) } }
    }

    private static func drawEmpty(_ state: DashboardState, on canvas: inout Canvas) {
        canvas.emptyState(
            EmptyState(
                "The store holds no events yet.",
                "CSV, TSV, JSON lines, XES and OCEL are known by their content; --dry-run shows what would be stored.",
                command: importCommand(state)
            )
        )
    }
}

/// How much there is, over which time, and how old it is.
enum DataHead {
    static func draw(_ summary: StoreSummary, _ state: DashboardState, on canvas: inout Canvas) {
        let isWide = canvas.width >= 100
        let gap = isWide ? "    " : "  "
        let left = canvas.line([
            Span(NumberText.count(summary.events), .figure.bold), Span(" events"),
        ])
        let counts: [(count: Int, name: String)] = [
            (summary.people, "people"), (summary.cases, "cases"), (summary.services, "services"),
            (summary.channels, "channels"), (summary.touchpoints, "touchpoints"),
        ]
        var spans: [Span] = []
        // What has no room goes from the end.
        for (index, entry) in counts.enumerated() {
            let next = [Span((index == 0 ? "" : gap) + NumberText.count(entry.count)), Span(" " + entry.name, .muted)]
            let width = (spans + next).reduce(0) { $0 + canvas.measure($1.text) }
            guard left + 2 + width <= canvas.width else { break }
            spans += next
        }
        canvas.line(spans, x: left + 2, width: max(0, canvas.width - left - 2), align: .right)

        let right = "\(ByteText.text(summary.bytes))\(gap)schema \(summary.schemaVersion)"
        canvas.text(right, y: 1, .muted, width: canvas.width, align: .right)
        canvas.line(age(summary, state, isWide: isWide), y: 1, width: max(0, canvas.width - canvas.measure(right) - 2))
    }

    private static func age(_ summary: StoreSummary, _ state: DashboardState, isWide: Bool) -> [Span] {
        let zone = state.scope.zone
        guard let from = summary.from, let to = summary.to else {
            let isLater = summary.from != nil
            return [Span(isLater ? "every event is later than its recording or import" : "no event has a time", .muted)]
        }
        var spans = [Span("\(DateText.text(zone.date(at: from))) to \(DateText.text(zone.date(at: to)))")]
        if let age = state.store.dataAge { spans.append(Span("   newest \(DashboardState.ageWords(age))", .muted)) }
        if isWide, let horizon = state.catalog?.horizon {
            spans.append(Span("   known until \(DateText.text(horizon, in: zone))", .muted))
        }
        return spans
    }
}
