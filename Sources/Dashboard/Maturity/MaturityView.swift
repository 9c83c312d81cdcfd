import Canvas
import JourneyModel

/// State and answer to cells: the staircase, the criteria of one stage, what to do next, the enablers.
enum MaturityView {
    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        let state = context.state
        canvas.answer(MaturityScreen.result(state)) { result, canvas in
            if state.catalog?.events == 0 {
                canvas.emptyState(.noEvents(state))
                return
            }
            if case .criterion(let id) = state.place.detail(MaturityDetail.self) {
                CriterionView.draw(id, result, on: &canvas)
            } else {
                draw(result, state, on: &canvas)
            }
        }
    }

    private static func draw(_ result: MaturityResult, _ state: DashboardState, on canvas: inout Canvas) {
        guard let stage = MaturityScreen.stage(result, state) else { return }
        let isInBlockers = state.place.panel == MaturityScreen.blockersPanel && !result.blockers.isEmpty
        // A line below says what the evidence of the selected one is, where the table has no room to.
        let criteriaRows = stage.criteria.count + 1 + (canvas.width < 150 && canvas.height >= 14 ? 1 : 0)
        let blockerRows = result.blockers.isEmpty ? 0 : result.blockers.count + 1
        let isTall =
            canvas.height >= Staircase.rows(result) + criteriaRows + 8 && canvas.width >= Staircase.minimumWidth
        let words = words(result, state)
        let wordRows = min(3, canvas.lineCount(words.map(\.text).joined(), width: canvas.width))
        let headRows = isTall ? Staircase.rows(result) : 2
        let otherRows = OtherStages.rows(result, besides: stage.number, width: canvas.width)
        // They come when all the rest is whole, each part with a blank line after it.
        let rest = [headRows, criteriaRows, wordRows, blockerRows, 1].reduce(0) { $0 + $1 + 1 }
        let hasOthers = otherRows > 0 && canvas.height >= rest + otherRows
        let panels = Layout.rows(
            canvas.bounds,
            [
                .fixed(headRows, priority: 9),
                Panel(
                    .fixed(criteriaRows),
                    minimum: min(criteriaRows, 3),
                    maximum: criteriaRows,
                    priority: isInBlockers ? 6 : 8
                ),
                Panel(.fixed(wordRows), minimum: min(2, wordRows), maximum: wordRows, priority: 7),
                Panel(
                    .flexible(1),
                    minimum: blockerRows == 0 ? 0 : 3,
                    maximum: blockerRows,
                    priority: isInBlockers ? 8 : 3
                ),
                .fixed(1, priority: 2),
            ] + (hasOthers ? [.fixed(otherRows, priority: 1)] : []),
            gap: 1
        )
        if let top = panels[0] {
            canvas.region(top) { canvas in
                if isTall {
                    Staircase.draw(result, selected: stage.number, on: &canvas)
                } else {
                    StageStrip.draw(result, selected: stage.number, on: &canvas)
                }
            }
        }
        if let rect = panels[1] { canvas.region(rect) { CriteriaTable.draw(stage, result, state, on: &$0) } }
        if let rect = panels[2] { canvas.region(rect) { _ = $0.paragraph(words, maximumLines: rect.height) } }
        if let rect = panels[3], blockerRows > 0 {
            canvas.region(rect) { BlockerTable.draw(result, state, on: &$0) }
        }
        if let rect = panels[4] { canvas.region(rect) { drawEnablers(result, on: &$0) } }
        if hasOthers, let rect = panels[5] {
            canvas.region(rect) { OtherStages.draw(result, besides: stage.number, on: &$0) }
        }
    }

    private static func words(_ result: MaturityResult, _ state: DashboardState) -> [Span] {
        if case .whatIf(let ids) = state.place.detail(MaturityDetail.self),
            let now = MaturityScreen.measured(state).value
        {
            return [Span("WHAT IF  ", .heading), Span(MaturityWords.supposed(ids, now, result), .accent)]
        }
        return [Span("NEXT STEP  ", .heading), Span(MaturityWords.nextStep(result))]
    }

    private static func drawEnablers(_ result: MaturityResult, on canvas: inout Canvas) {
        func spans(_ text: (CriterionResult) -> String) -> [Span] {
            [Span("ENABLERS  ", .heading)]
                + result.enablers.enumerated().flatMap { index, enabler in
                    [
                        Span(index == 0 ? "" : "   "), MaturityText.dot(enabler, canvas.glyphs),
                        Span(" " + text(enabler), enabler.rating == nil ? .muted : .text),
                    ]
                }
        }
        let isAnyStated = result.enablers.contains { $0.rating != nil }
        let note = isAnyStated ? [] : [Span("   none attested", .muted)]
        let forms = [spans(\.name) + note, spans(\.id.rawValue) + note, spans(\.id.rawValue)]
        canvas.line(canvas.firstFitting(forms, canvas.width))
    }
}
