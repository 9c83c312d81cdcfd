import Canvas
import JourneyModel
import Wording

/// State and answer to cells: the rate, the steps, the breakdown.
enum FunnelView {
    private typealias Part = (panel: Panel, draw: (inout Canvas) -> Void)

    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        let state = context.state
        if FunnelScreen.steps(state)?.isEmpty == true { return drawNoSteps(state, on: &canvas) }
        canvas.answer(FunnelScreen.result(state), waiting: "Counting \u{2026}") { result, canvas in
            guard result.entered != 0 else { return drawNobody(result, state, on: &canvas) }
            switch state.place.detail(FunnelDetail.self) {
            case .times: FunnelTimesView.draw(result, on: &canvas)
            case .step(let index): FunnelStepView.draw(result, step: index, state, on: &canvas)
            case nil: draw(result, state, on: &canvas)
            }
        }
    }

    private static func draw(_ result: FunnelResult, _ state: DashboardState, on canvas: inout Canvas) {
        let groups = FunnelScreen.groups(result, sort: state.place.sort)
        let isInGroups = state.place.panel == FunnelScreen.groupsPanel && !groups.isEmpty
        let all = FunnelSteps.rows(result.steps.count)
        let groupRows = groups.isEmpty ? 0 : groups.count + 1
        // Each step has a second line for its losses, where all of them fit together with the groups.
        let leastGroups = groups.isEmpty ? 0 : min(groupRows, isInGroups ? 6 : 4) + 1
        let isTall = canvas.hasTallHeadline && result.rateOfAll.value != nil
        let headRows = isTall ? Canvas.tallRows : 2
        let isRoomy = canvas.height >= headRows + 1 + all + leastGroups
        let stepRows = isRoomy ? all : result.steps.count
        let groupsAndGap = groups.isEmpty ? 0 : groupRows + 1
        let hasLegend = canvas.height >= headRows + 1 + stepRows + groupsAndGap + 2
        let rest = canvas.height - (headRows + 1 + stepRows + groupsAndGap + 2) - 1
        var parts: [Part] = [
            (
                .fixed(headRows, priority: 9),
                { FunnelHead.draw(result, before: FunnelScreen.before(state), isTall: isTall, on: &$0) }
            ),
            (
                Panel(
                    .fixed(stepRows),
                    minimum: isRoomy ? stepRows : min(stepRows, 4),
                    maximum: stepRows,
                    priority: isInGroups ? 6 : 8
                ),
                { FunnelSteps.draw(result, state, withLosses: isRoomy, on: &$0) }
            ),
        ]
        if !groups.isEmpty {
            let panel = Panel(.flexible(1), minimum: 3, maximum: groupRows, priority: isInGroups ? 8 : 6)
            parts.append((panel, { FunnelGroups.draw(result, groups, state, on: &$0) }))
        }
        if hasLegend {
            let isCompared = FunnelScreen.before(state) != nil
            parts.append((.fixed(1, priority: 2), { drawLegend(result, isCompared: isCompared, on: &$0) }))
        }
        parts += roomFillers(result, groups, state, height: rest, on: canvas)
        for (rect, part) in zip(Layout.rows(canvas.bounds, parts.map(\.panel), gap: 1), parts) {
            if let rect { canvas.region(rect) { part.draw(&$0) } }
        }
    }

    /// What is left over when everything else is there shows how long it took; below that, how far each group got.
    private static func roomFillers(
        _ result: FunnelResult,
        _ groups: [FunnelResult.Group],
        _ state: DashboardState,
        height: Int,
        on canvas: Canvas
    ) -> [Part] {
        var parts: [Part] = []
        // A row stays free above the footer.
        var rest = height - 1
        let times = result.timeToConvert
        if times.n > 0 {
            guard height >= FunnelTimesView.leastRows else { return [] }
            let rows = min(FunnelTimesView.rows(width: canvas.width), max(FunnelTimesView.leastRows, rest))
            parts.append((.fixed(rows, priority: 1), { FunnelTimesView.drawPlots(times, on: &$0) }))
            rest -= rows + 1
        }
        if let multiples = FunnelMultiples(result, inOrder: groups, height: rest, on: canvas) {
            parts.append((.fixed(multiples.height), { multiples.draw(state, on: &$0) }))
        }
        return parts
    }

    private static func drawLegend(_ result: FunnelResult, isCompared: Bool, on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        var spans: [Span] = []
        if result.pending != 0 {
            spans += [Span(glyphs.barPending, .barPending), Span(" pending     ", .muted)]
        }
        spans += [
            Span(glyphs.barUnsure, .bar), Span(glyphs.whisker + glyphs.whiskerRight, .whisker),
            Span(" 95% interval", .muted),
        ]
        let more = "more than the period before, beyond the interval"
        if isCompared, canvas.width >= 100 {
            spans += [Span("     "), Span(glyphs.up, .accent), Span(" " + more, .muted)]
        }
        canvas.line(spans)
    }

    private static func drawNoSteps(_ state: DashboardState, on canvas: inout Canvas) {
        if state.isBuilding {
            canvas.emptyState(
                EmptyState("The funnel has no steps yet.", "Type a touchpoint and press Enter to add it.")
            )
        } else if state.catalog?.events == 0 {
            canvas.emptyState(.noEvents(state))
        } else {
            canvas.emptyState(
                EmptyState(
                    NoneText.text("No funnel is chosen, and no two touchpoints are taken by most who finish."),
                    "s chooses the steps."
                )
            )
        }
    }

    private static func drawNobody(_ result: FunnelResult, _ state: DashboardState, on canvas: inout Canvas) {
        let first = result.steps.first?.name ?? ""
        var empty = EmptyState.noMatch("Nobody entered: there is no event '\(first)'", state)
        empty.advice += " s chooses other steps."
        canvas.emptyState(empty)
    }
}
