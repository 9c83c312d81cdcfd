import Canvas
import JourneyModel
import Wording

/// State and answer to cells: cards on top, then the gaps and the services, what stands out last.
enum OverviewView {
    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        canvas.answer(OverviewScreen.result(context.state), waiting: "Reading the store \u{2026}") { result, canvas in
            draw(result, context, on: &canvas)
        }
    }

    private static func draw(_ result: OverviewResult, _ context: ViewContext, on canvas: inout Canvas) {
        let words = standsOut(result, canvas)
        let wordRows = words.isEmpty ? 0 : min(mostWordRows, lineCount(words, canvas))
        let cardRows = cardRows(result, canvas)
        let notes = result.trendNotes
        let noteRows = cardRows >= 5 && !notes.isEmpty ? 1 : 0
        let isStageBelow = !OverviewCards.hasRoomForMaturity(result, canvas) && canvas.height >= 9
        let panels = Layout.rows(
            canvas.bounds,
            [
                .fixed(cardRows + noteRows + (isStageBelow ? 1 : 0), priority: 9),
                Panel(.flexible(1), minimum: 3, maximum: listRows(result, canvas), priority: 8),
            ] + (wordRows == 0 ? [] : [.fixed(wordRows, priority: 5)]),
            gap: 1
        )
        if let top = panels[0] {
            let (cards, below) = top.splitBottom(isStageBelow ? 1 : 0)
            let (figures, legend) = cards.splitBottom(noteRows)
            canvas.region(figures) { OverviewCards.draw(result, on: &$0) }
            canvas.region(legend) { if noteRows > 0 { $0.line(notes.line($0)) } }
            canvas.region(below) { if isStageBelow { OverviewCards.drawMaturityLine(result.maturity, on: &$0) } }
        }
        if let lists = panels[1] { canvas.region(lists) { drawLists(result, context.state, on: &$0) } }
        if let rest = panels.element(2) ?? nil {
            canvas.region(rest) { _ = $0.paragraph(words, maximumLines: wordRows) }
        }
    }

    /// A trend of many periods has a plot where the lists keep what they need, or most of the screen.
    private static func cardRows(_ result: OverviewResult, _ canvas: Canvas) -> Int {
        let hasPlot = result.indicators.trend.count >= KPITrend.leastPeriods && canvas.height >= leastForPlot
        if hasPlot { return canvas.hasTallHeadline ? OverviewCards.tallRows : OverviewCards.plotRows }
        return canvas.height >= 16 ? 5 : canvas.height >= 11 ? 3 : 2
    }

    private static let leastForPlot = 26

    /// The rows that both lists take with their heads.
    private static func listRows(_ result: OverviewResult, _ canvas: Canvas) -> Int {
        guard OverviewScreen.hasData(result) else { return Int.max }
        let services = result.indicators.services.count
        return gapRows(result, canvas) + (services == 0 ? 0 : services + 2)
    }

    /// The rows of the gaps with their head, or of what stands in their place.
    private static func gapRows(_ result: OverviewResult, _ canvas: Canvas) -> Int {
        result.gaps.isEmpty ? NoGaps.rows(result, canvas) : result.gaps.count + 1
    }

    private static let mostWordRows = 3

    /// As many of the sentences as there are lines for; of the first, what there is room for.
    private static func standsOut(_ result: OverviewResult, _ canvas: Canvas) -> [Span] {
        let sentences = result.standsOut.map(\.text)
        let forms = (0..<sentences.count).reversed().map { last in
            [Span("WHAT STANDS OUT  ", .heading), Span(sentences[...last].joined(separator: " "))]
        }
        return forms.first { lineCount($0, canvas) <= mostWordRows } ?? forms.last ?? []
    }

    private static func lineCount(_ spans: [Span], _ canvas: Canvas) -> Int {
        canvas.lineCount(spans.map(\.text).joined(), width: canvas.width)
    }

    /// The gaps, and below them the services as far as there is room; the list with the cursor comes first.
    private static func drawLists(_ result: OverviewResult, _ state: DashboardState, on canvas: inout Canvas) {
        guard OverviewScreen.hasData(result) else { return drawNothing(result, state, on: &canvas) }
        let gaps = OverviewScreen.gaps(result, sort: state.place.sort)
        let services = result.indicators.services
        let isInServices = state.place.panel == OverviewScreen.servicesPanel && !services.isEmpty
        let serviceRows = services.isEmpty ? 0 : services.count + 1
        // Where there is room for both, many gaps leave the services what they need, but no more than a third.
        let mostGaps =
            canvas.height >= 18 ? max(canvas.height * 2 / 3, canvas.height - serviceRows - 1) : canvas.height
        let gapRows = min(gapRows(result, canvas), isInServices ? Int.max : mostGaps)
        let rows = Layout.rows(
            canvas.bounds,
            [
                Panel(
                    .fixed(gapRows),
                    minimum: isInServices ? min(gapRows, 4) : gapRows,
                    maximum: gapRows,
                    priority: isInServices ? 1 : 2
                ),
                Panel(
                    .flexible(1),
                    minimum: isInServices ? min(serviceRows, canvas.height) : min(serviceRows, 4),
                    maximum: serviceRows,
                    priority: isInServices ? 2 : 1
                ),
            ],
            gap: services.isEmpty ? 0 : 1
        )
        if let top = rows[0] {
            canvas.region(top) { canvas in
                guard gaps.isEmpty else { return OverviewTables.gaps(gaps, result, state, on: &canvas) }
                NoGaps.draw(result, state, on: &canvas)
            }
        }
        if let below = rows[1], !services.isEmpty {
            canvas.region(below) { OverviewTables.services(result, state, on: &$0) }
        }
    }

    private static func drawNothing(_ result: OverviewResult, _ state: DashboardState, on canvas: inout Canvas) {
        if state.catalog?.events == 0 {
            canvas.emptyState(.noEvents(state))
        } else if state.catalog?.roles[.start]?.isEmpty ?? true {
            canvas.emptyState(
                EmptyState(
                    "Nobody knows yet where a service starts and ends.",
                    "The four figures need touchpoints that are declared a start or an end. This drafts them from the data, to be "
                        + "looked through and declared with cxm declare:",
                    command: EmptyState.declareCommand(state)
                )
            )
        } else {
            canvas.emptyState(.noMatch("There is no transaction", state))
        }
    }
}
