import Canvas
import JourneyModel

/// The share converted by a time, after Kaplan and Meier, as a line.
enum SurvivalPlot {
    static func draw(_ curve: KaplanMeier, on canvas: inout Canvas) {
        canvas.heading("Converted by then, of everybody who entered")
        let labelWidth = 5
        let plot = Rect(x: labelWidth, y: 1, width: canvas.width - labelWidth, height: canvas.height - 2)
        guard let last = curve.points.last, last.time > 0, plot.width > 8, plot.height > 1 else { return }
        let reached = 1 - last.survival
        let top = scaleTop(reached)
        // The points are walked through once: there may be one for every person.
        var next = 0
        var survival = 1.0
        var shares: [Double] = []
        for column in 0..<plot.width {
            // The last column is the last time.
            let time = Milliseconds(Double(last.time) * Double(column + 1) / Double(plot.width))
            while next < curve.points.count, curve.points[next].time <= time {
                survival = curve.points[next].survival
                next += 1
            }
            shares.append((1 - survival) / top)
        }
        canvas.curve(shares, in: plot, startsAtBottom: true)
        canvas.text(NumberText.percent(top, decimals: 0), y: plot.y, .muted, width: labelWidth - 1, align: .right)
        canvas.text("0%", y: plot.maxY - 1, .muted, width: labelWidth - 1, align: .right)
        canvas.text("0", x: plot.x, y: plot.maxY, .muted)
        let end = "\(SpanText.text(last.time)): \(NumberText.percent(reached))"
        canvas.text(end, x: plot.x + 2, y: plot.maxY, .muted, width: plot.width - 2, align: .right)
    }

    /// The next tenth above what is reached, so that the line fills the plot and its scale can be read.
    static func scaleTop(_ share: Double) -> Double {
        min(1, max(0.1, (share * 10).rounded(.up) / 10))
    }
}
