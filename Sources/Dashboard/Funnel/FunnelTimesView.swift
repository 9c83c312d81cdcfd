import Canvas
import JourneyModel
import Wording

/// How long converting takes (D4): quantiles, histogram, and the share converted by a time, with those still on their
/// way taken into account.
enum FunnelTimesView {
    static func draw(_ result: FunnelResult, on canvas: inout Canvas) {
        let times = result.timeToConvert
        guard times.n > 0 else {
            let none = EmptyState("Nobody has converted yet.", "So there is no time to show; w allows more of it.")
            canvas.emptyState(
                times.n.hiddenText.map { EmptyState("\($0) have converted.", "Of so few no time is shown (D25).") }
                    ?? none
            )
            return
        }
        drawHead(times, on: &canvas)
        drawQuantiles(times, y: 3, on: &canvas)
        // Where there is room, a row stays free above the footer.
        let body = canvas.bounds.inset(top: 6, bottom: canvas.height > 24 ? 1 : 0)
        guard body.height >= 4 else { return }
        let isWide = isWide(canvas.width)
        let least = result.steps.count
        let most =
            isWide ? max(least, min(result.groups.count + 1, body.height - 1 - rows(width: canvas.width))) : least
        let parts = Layout.rows(
            body,
            [
                Panel(.flexible(1), minimum: isWide ? 8 : 12, maximum: isWide ? 20 : 30, priority: 2),
                Panel(.fixed(most), minimum: least, maximum: most, priority: 1),
            ],
            gap: 1
        )
        if let plots = parts[0] { canvas.region(plots) { drawPlots(times, on: &$0) } }
        guard let below = parts[1] else { return }
        let halves = isWide && !result.groups.isEmpty ? Layout.columns(below, Self.halves, gap: gap) : [below, nil]
        if let left = halves[0] { canvas.table(steps(result), titled: "From step to step", in: left) }
        if let right = halves[1] { drawGroups(result, in: right, on: &canvas) }
    }

    /// The median time from each step to the next.
    private static func steps(_ result: FunnelResult) -> Table {
        medians(
            result.steps.dropFirst().enumerated().map { index, step in
                ("\(index + 1) to \(index + 2)  \(step.name)", step.medianFromPrevious)
            }
        )
    }

    /// The median time from the first step to the last, of each group; of the largest where not all have room.
    private static func drawGroups(_ result: FunnelResult, in rect: Rect, on canvas: inout Canvas) {
        let shown = result.groups.prefix(max(0, rect.height - 1))
        let cut = shown.count < result.groups.count ? ", the \(shown.count) largest" : ""
        let table = medians(shown.map { ($0.value, $0.medianTimeToConvert) })
        canvas.table(table, titled: FunnelGroups.title(result) + cut, in: rect)
    }

    private static func medians(_ rows: [(name: String, time: Double?)]) -> Table {
        let top = rows.compactMap(\.time).max() ?? 1
        return Table(
            columns: [
                TableColumn("", minimum: 18, maximum: 60, priority: 10),
                TableColumn("median", align: .right, priority: 9),
                TableColumn("", minimum: 8, maximum: 60, priority: 2, grow: 1),
            ],
            rows: rows.map { row in
                TableRow([
                    .text(row.name), .text(SpanText.text(row.time)), .bar(Bar((row.time ?? 0) / max(1, top))),
                ])
            }
        )
    }

    private static let halves = [Panel.flexible(1, minimum: 40), .flexible(1, minimum: 40)]
    private static let gap = 4

    /// Fewer say nothing.
    static let leastRows = 8

    /// The rows that the plots take below other things, where there are enough.
    static func rows(width: Int) -> Int { isWide(width) ? 14 : 28 }

    private static func isWide(_ width: Int) -> Bool { width >= 90 }

    /// The histogram and the curve: side by side where it is wide enough, else one below the other.
    static func drawPlots(_ times: FunnelResult.TimeToConvert, on canvas: inout Canvas) {
        guard times.n > 0 else { return }
        if isWide(canvas.width) {
            let halves = Layout.columns(canvas.bounds, Self.halves, gap: gap)
            if let left = halves[0] { canvas.region(left) { SpanHistogram.draw(times.spans, on: &$0) } }
            if let right = halves[1] { canvas.region(right) { SurvivalPlot.draw(times.curve, on: &$0) } }
        } else {
            let histogram = Panel(.flexible(1), minimum: 5, maximum: max(5, times.spans.count + 1), priority: 2)
            let parts = Layout.rows(canvas.bounds, [histogram, .flexible(1, minimum: 6)], gap: 1)
            if let top = parts[0] { canvas.region(top) { SpanHistogram.draw(times.spans, on: &$0) } }
            if let below = parts[1] { canvas.region(below) { SurvivalPlot.draw(times.curve, on: &$0) } }
        }
    }

    private static func drawHead(_ times: FunnelResult.TimeToConvert, on canvas: inout Canvas) {
        let median = SpanText.text(times.quantiles[0.5])
        canvas.line([
            Span(median, .figure.bold), Span(" is the median of those who converted"),
            Span("   n \(NumberText.count(times.n))", .muted),
        ])
        let all = times.curve.median.map { "half of everybody who entered converts within \(SpanText.text($0))" }
        canvas.text(all ?? "median not reached: fewer than half of everybody who entered convert", y: 1, .muted)
    }

    private static func drawQuantiles(_ times: FunnelResult.TimeToConvert, y: Int, on canvas: inout Canvas) {
        let shown = [0.10, 0.25, 0.50, 0.75, 0.90, 0.95].compactMap { p in times.quantiles[p].map { (p, $0) } }
        let width = min(18, canvas.width / max(1, shown.count))
        for (index, quantile) in shown.enumerated() {
            let label = quantile.0 == 0.5 ? "half within" : "\(BareDecimal.short(quantile.0 * 100))% within"
            canvas.text(label, x: index * width, y: y, .heading, width: width - 1)
            canvas.text(SpanText.text(quantile.1), x: index * width, y: y + 1, .text, width: width - 1)
        }
    }
}
