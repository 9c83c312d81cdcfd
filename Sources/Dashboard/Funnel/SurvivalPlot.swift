import Canvas
import JourneyModel
import Wording

/// The share converted by a time, after Kaplan and Meier, as a line.
enum SurvivalPlot {
    static func draw(_ curve: KaplanMeier, on canvas: inout Canvas) {
        canvas.heading("Converted by then, of everybody who entered")
        let labelWidth = 5
        let plot = Rect(x: labelWidth, y: 1, width: canvas.width - labelWidth, height: canvas.height - 2)
        guard let first = curve.points.first, let last = curve.points.last, last.time > 0, plot.width > 8,
            plot.height > 1
        else { return }
        let reached = 1 - last.survival
        let top = scaleTop(reached)
        let axis = SpanAxis(from: first.time, to: last.time)
        // The last column is the last time.
        let shares = (1...plot.width).map { column in
            (1 - curve.survival(at: axis.time(at: Double(column) / Double(plot.width)))) / top
        }
        canvas.curve(shares, in: plot, startsAtBottom: true)
        canvas.text(NumberText.percent(top, decimals: 0), y: plot.y, .muted, width: labelWidth - 1, align: .right)
        canvas.text("0%", y: plot.maxY - 1, .muted, width: labelWidth - 1, align: .right)
        let end = "\(SpanText.text(last.time)): \(NumberText.percent(reached))"
        canvas.text(end, x: plot.x, y: plot.maxY, .muted, width: plot.width, align: .right)
        drawTicks(
            axis,
            in: Rect(x: plot.x, y: plot.maxY, width: plot.width - canvas.measure(end) - 2, height: 1),
            of: plot.width,
            on: &canvas
        )
    }

    /// The beginnings of the spans: all, or every second, or every third: as many as stand beside each other.
    private static func drawTicks(_ axis: SpanAxis, in rect: Rect, of width: Int, on canvas: inout Canvas) {
        let ticks = axis.starts.enumerated().map { index, start in
            (x: index * width / axis.starts.count, label: SpanText.text(start))
        }
        let widest = ticks.map { canvas.measure($0.label) }.max() ?? 0
        let each = max(1, (widest + 2) * ticks.count / max(1, width) + 1)
        for tick in stride(from: 0, to: ticks.count, by: each).map({ ticks[$0] })
        where tick.x + canvas.measure(tick.label) <= rect.width {
            canvas.text(tick.label, x: rect.x + tick.x, y: rect.y, .muted)
        }
    }

    /// The next tenth above what is reached, so that the line fills the plot and its scale can be read.
    static func scaleTop(_ share: Double) -> Double {
        min(1, max(0.1, (share * 10).rounded(.up) / 10))
    }
}
