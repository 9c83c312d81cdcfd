import Canvas
import JourneyModel
import Wording

/// The four KPIs and the maturity stage, side by side.
enum OverviewCards {
    private static let leastMaturity = 12
    /// With a trend on an axis and a tall headline.
    static let tallRows = plotRows + Canvas.tallRows - 1
    /// With a trend on an axis.
    static let plotRows = 4 + KPITrend.leastRows

    /// Whether the maturity stage has room beside the KPIs.
    static func hasRoomForMaturity(_ result: OverviewResult, _ canvas: Canvas) -> Bool {
        cards(result).reduce(leastMaturity) { $0 + $1.width(canvas) + 2 } <= canvas.width
    }

    /// The maturity stage in one line, where it has no room of its own.
    static func drawMaturityLine(_ maturity: MaturityResult, on canvas: inout Canvas) {
        var spans = [Span("MATURITY  ", .heading), Span(stageName(maturity), .figure.bold)]
        if let next = maturity.next, let score = maturity.stages.first(where: { $0.number == next })?.score {
            spans.append(Span("  \(NumberText.decimal(score, decimals: 0))% to \(next)", .muted))
        }
        if let blocker = maturity.blockers.first {
            spans.append(Span(", blocked by \(blocker.criterion.rawValue) \(blocker.name)", .muted))
        }
        canvas.line(spans)
    }

    private static func stageName(_ maturity: MaturityResult) -> String {
        let held = maturity.stages.first { $0.number == maturity.stage }
        return held.map { "\($0.number) \($0.name)" } ?? "not yet started"
    }

    static func draw(_ result: OverviewResult, on canvas: inout Canvas) {
        let kpis = cards(result)
        let columns = Layout.columns(
            canvas.bounds,
            kpis.map { Panel(.flexible(1), minimum: $0.width(canvas), maximum: 30, priority: 2) }
                + [
                    Panel(
                        .flexible(1.5),
                        minimum: leastMaturity,
                        maximum: 48,
                        ideal: canvas.measure(stageName(result.maturity)),
                        priority: 1
                    )
                ],
            gap: canvas.width > 100 ? 3 : 2
        )
        let isTall = canvas.height >= tallRows
        for (card, column) in zip(kpis, columns) {
            if let column { canvas.region(column) { card.draw(isTall: isTall, on: &$0) } }
        }
        if let last = columns.last, let column = last {
            canvas.region(column) { drawMaturity(result.maturity, on: &$0) }
        }
    }

    static func cards(_ result: OverviewResult) -> [KPICard] {
        let now = result.indicators.overall
        let before = result.before
        let targets = result.query.targets
        let notes = result.trendNotes
        func trend(_ figure: KeyPath<Indicators, Measure>) -> KPITrend {
            KPITrend(
                values: result.indicators.trend.map { $0.indicators[keyPath: figure].value },
                first: result.indicators.trend.first?.period.label ?? "",
                last: result.indicators.trend.last?.period.label ?? "",
                notes: notes
            )
        }
        let currency = result.indicators.currency
        return [
            KPICard(
                title: "Completion",
                short: "Completion",
                measure: now.completion,
                before: before?.completion,
                target: targets.completion,
                unit: .share,
                trend: trend(\.completion),
                isHeadline: true
            ),
            KPICard(
                title: "Digital take-up",
                short: "Take-up",
                measure: now.takeUp,
                before: before?.takeUp,
                target: targets.takeUp(with: result.query.scope.filters),
                unit: .share,
                trend: trend(\.takeUp)
            ),
            KPICard(
                title: "Cost a transaction",
                short: "Cost",
                measure: now.costPerTransaction,
                before: before?.costPerTransaction,
                target: targets.costPerTransaction,
                unit: .money(currency),
                trend: trend(\.costPerTransaction)
            ),
            KPICard(
                title: "Satisfaction",
                short: "Satisfaction",
                measure: now.satisfaction,
                before: before?.satisfaction,
                target: targets.satisfaction,
                unit: .share,
                trend: trend(\.satisfaction)
            ),
        ]
    }

    private static func drawMaturity(_ maturity: MaturityResult, on canvas: inout Canvas) {
        canvas.heading("Maturity")
        canvas.text(stageName(maturity), y: 1, .figure.bold)
        guard let next = maturity.next else {
            canvas.text("the last stage is held", y: 2, .muted)
            return
        }
        let score = maturity.stages.first { $0.number == next }?.score
        let label = " to \(next)"
        let barWidth = min(24, max(0, canvas.width - canvas.measure(label)))
        canvas.bar(Bar((score ?? 0) / 100, pending: 1, style: .bar), y: 2, width: barWidth)
        canvas.text(label, x: barWidth, y: 2, .muted)
        let blockers = maturity.blockers.prefix(2)
        let lines = zip(["blocked by ", "and "], blockers).map { prefix, blocker in
            [Span(prefix, .muted), Span("\(blocker.criterion.rawValue) \(blocker.name)")]
        }
        if lines.allSatisfy({ $0.reduce(0) { $0 + canvas.measure($1.text) } <= canvas.width }) {
            for (index, line) in lines.enumerated() { canvas.line(line, y: 3 + index) }
        } else {
            let names = blockers.map(\.criterion.rawValue).joined(separator: ", ")
            canvas.line([Span("blocked by ", .muted), Span(names)], y: 3)
        }
    }
}
