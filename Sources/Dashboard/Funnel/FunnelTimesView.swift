import Canvas
import JourneyModel

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
        let body = canvas.bounds.inset(top: 6)
        guard body.height >= 4 else { return }
        let stepRows = result.steps.count
        let isWide = canvas.width >= 90
        let parts = Layout.rows(
            body,
            [
                Panel(.flexible(1), minimum: isWide ? 8 : 12, maximum: isWide ? 16 : 30, priority: 2),
                .fixed(stepRows, priority: 1),
            ],
            gap: 1
        )
        if let plots = parts[0] { canvas.region(plots) { drawPlots(times, on: &$0) } }
        if let below = parts[1] { canvas.table(steps(result), titled: "From step to step", in: below) }
    }

    /// The median time from each step to the next.
    private static func steps(_ result: FunnelResult) -> Table {
        let top = result.steps.compactMap(\.medianFromPrevious).max() ?? 1
        return Table(
            columns: [
                TableColumn("", minimum: 18, maximum: 60, priority: 10),
                TableColumn("median", align: .right, priority: 9),
                TableColumn("", minimum: 8, maximum: 60, priority: 2, grow: 1),
            ],
            rows: result.steps.dropFirst().enumerated().map { index, step in
                TableRow([
                    .text("\(index + 1) to \(index + 2)  \(step.name)"),
                    .text(SpanText.text(step.medianFromPrevious)),
                    .bar(Bar((step.medianFromPrevious ?? 0) / max(1, top))),
                ])
            }
        )
    }

    /// The histogram and the curve: side by side where it is wide enough, else one below the other.
    static func drawPlots(_ times: FunnelResult.TimeToConvert, on canvas: inout Canvas) {
        guard times.n > 0 else { return }
        // Taller plots say no more.
        let body = canvas.bounds.splitTop(canvas.width >= 90 ? 16 : 30).top
        if canvas.width >= 90 {
            let halves = Layout.columns(body, [.flexible(1, minimum: 40), .flexible(1, minimum: 40)], gap: 4)
            if let left = halves[0] { canvas.region(left) { drawHistogram(times, on: &$0) } }
            if let right = halves[1] { canvas.region(right) { SurvivalPlot.draw(times.curve, on: &$0) } }
        } else {
            let parts = Layout.rows(body, [.flexible(1, minimum: 5, priority: 2), .flexible(1, minimum: 6)], gap: 1)
            if let top = parts[0] { canvas.region(top) { drawHistogram(times, on: &$0) } }
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
            let label = quantile.0 == 0.5 ? "half within" : "\(KPICard.plain(quantile.0 * 100))% within"
            canvas.text(label, x: index * width, y: y, .heading, width: width - 1)
            canvas.text(SpanText.text(quantile.1), x: index * width, y: y + 1, .text, width: width - 1)
        }
    }

    private static func drawHistogram(_ times: FunnelResult.TimeToConvert, on canvas: inout Canvas) {
        canvas.heading("How many took how long")
        guard let histogram = times.histogram, canvas.height > 2 else {
            // Its ends are the least and the most, which are one person's each.
            if WordingStyle.current.protection != nil { canvas.text("not shown in public (D25)", y: 1, .muted) }
            return
        }
        let bins = Bins(histogram, rows: canvas.height - 1)
        let top = bins.counts.max() ?? 1
        let labels = bins.counts.indices.map { SpanText.text(bins.start($0)) }
        let labelWidth = min(12, labels.map { canvas.measure($0) }.max() ?? 0)
        let countWidth = NumberText.count(top).count
        for (index, count) in bins.counts.enumerated() {
            let y = index + 1
            canvas.text("from", y: y, .muted)
            canvas.text(labels[index], x: 5, y: y, .text, width: labelWidth, align: .right)
            let barX = 5 + labelWidth + 2
            let barWidth = max(0, canvas.width - barX - countWidth - 1)
            canvas.bar(Bar(Double(count) / Double(max(1, top))), x: barX, y: y, width: barWidth)
            canvas.text(
                NumberText.count(count),
                x: canvas.width - countWidth,
                y: y,
                .muted,
                width: countWidth,
                align: .right
            )
        }
    }

    /// A histogram's bins, neighbours taken together until there are no more than rows.
    struct Bins {
        var counts: [Int]
        var minimum: Double
        var width: Double

        init(_ histogram: Histogram, rows: Int) {
            let each = max(1, (histogram.counts.count + max(1, rows) - 1) / max(1, rows))
            counts = stride(from: 0, to: histogram.counts.count, by: each).map { start in
                histogram.counts[start..<min(start + each, histogram.counts.count)].reduce(0, +)
            }
            minimum = histogram.minimum
            width = (histogram.maximum - histogram.minimum) / Double(max(1, histogram.counts.count)) * Double(each)
        }

        func start(_ index: Int) -> Double { minimum + width * Double(index) }
    }
}
