import Canvas
import JourneyModel

/// State and answer to cells: the rate, the steps, the breakdown.
enum FunnelView {
    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        let state = context.state
        if FunnelScreen.steps(state)?.isEmpty == true { return drawNoSteps(state, on: &canvas) }
        canvas.answer(FunnelScreen.result(state), waiting: "Counting \u{2026}") { result, canvas in
            guard result.entered != 0 else { return drawNobody(result, state, on: &canvas) }
            switch state.place.detail {
            case .funnelTimes: FunnelTimesView.draw(result, on: &canvas)
            case .funnelStep(let index): FunnelStepView.draw(result, step: index, state, on: &canvas)
            default: draw(result, state, on: &canvas)
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
        let isRoomy = canvas.height >= 3 + all + leastGroups
        let stepRows = isRoomy ? all : result.steps.count
        // What is left over when everything else is there shows how long it took.
        let groupsAndGap = groups.isEmpty ? 0 : groupRows + 1
        let hasLegend = canvas.height >= 3 + stepRows + groupsAndGap + 2
        let plotRows = canvas.height - (3 + stepRows + groupsAndGap + 2) - 1
        var parts: [(panel: Panel, draw: (inout Canvas) -> Void)] = [
            (.fixed(2, priority: 9), { FunnelHead.draw(result, before: FunnelScreen.before(state), on: &$0) }),
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
        if plotRows >= 8 {
            let panel = Panel.fixed(min(24, plotRows), priority: 1)
            parts.append((panel, { FunnelTimesView.drawPlots(result.timeToConvert, on: &$0) }))
        }
        for (rect, part) in zip(Layout.rows(canvas.bounds, parts.map(\.panel), gap: 1), parts) {
            if let rect { canvas.region(rect) { part.draw(&$0) } }
        }
    }

    private static func drawLegend(_ result: FunnelResult, isCompared: Bool, on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        var spans: [Span] = []
        if result.pending != 0 {
            spans += [Span(glyphs.barPending, .barPending), Span(" still on their way     ", .muted)]
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
                    NoneText.text("No funnel is chosen, and nobody takes two different touchpoints here."),
                    "s chooses the steps; p another period; f other filters."
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

/// The one number and what it is made of, in two lines.
enum FunnelHead {
    static func draw(_ result: FunnelResult, before: FunnelResult?, on canvas: inout Canvas) {
        let left = canvas.line([
            Span(NumberText.percent(result.rateOfAll.value), .figure.bold), Span(" convert", .text),
        ])
        let isWide = canvas.width >= 100
        let lost = result.query.window == nil ? "not converted" : "lost"
        let pending = (result.pending, isWide ? "still on their way" : "pending")
        let all = [(result.entered, "entered"), (result.converted, "converted"), pending, (result.dropped, lost)]
            .filter { $0.1 != pending.1 || result.pending != 0 }
        // Where there is no room for all, those still on their way go first, then those lost.
        let forms = [all, all.filter { $0.1 != pending.1 }, Array(all.prefix(2)), []]
        let gap = isWide ? "    " : "  "
        let lines = forms.map { counts in
            counts.enumerated().flatMap { index, count in
                [Span((index == 0 ? "" : gap) + NumberText.count(count.0)), Span(" " + count.1, .muted)]
            }
        }
        let room = canvas.width - left - 2
        canvas.line(canvas.firstFitting(lines, room), x: left + 2, width: max(0, room), align: .right)

        var under = [Span(MeasureText.margin(result.rateOfAll), .muted)]
        if result.pending != 0 {
            under += [
                Span("   " + NumberText.percent(result.rateOfMature.value)),
                Span(isWide ? " of those whose time is up" : " once time is up", .muted),
            ]
        }
        let times = times(result.timeToConvert)
        let timesWidth = times.reduce(0) { $0 + canvas.measure($1.text) }
        canvas.line(times, y: 1, width: canvas.width, align: .right)
        // The comparison goes first where there is no room for everything (screens: order of going).
        let compared = before.map { comparison(result, $0, canvas.glyphs) } ?? []
        let underRoom = canvas.width - timesWidth - 2
        canvas.line(canvas.firstFitting([under + compared, under, Array(under.prefix(1))], underRoom), y: 1)
    }

    /// `   ▲ 2.1 against 36.1% before`; of those whose time is up, where some still have time.
    private static func comparison(_ now: FunnelResult, _ before: FunnelResult, _ glyphs: GlyphSet) -> [Span] {
        guard let rate = now.rateOfMature.value, let was = before.rateOfMature.value else { return [] }
        let size = NumberText.size(rate - was)
        let isChance = MeasureText.isWithinChance(now.rateOfMature, before.rateOfMature)
        let change =
            isChance
            ? Span("\(glyphs.flat) \(size)", .muted)
            : MeasureText.direction(rate - was, size, lowerIsBetter: false, glyphs)
        return [Span("   "), change, Span("  before \(NumberText.percent(was))", .muted)]
    }

    private static func times(_ times: FunnelResult.TimeToConvert) -> [Span] {
        guard let median = times.quantiles[0.5] else { return [] }
        var spans = [Span("median ", .muted), Span(SpanText.text(median))]
        if let late = times.quantiles[0.9] {
            spans += [Span("    90% within ", .muted), Span(SpanText.text(late))]
        }
        return spans
    }
}
