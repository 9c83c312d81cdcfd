import JourneyModel
import Wording

extension FunnelResult.TimeToConvert {
    /// Points drawn; more cannot be told apart.
    private static let resolution = 240

    /// How many have converted after how long, those still on their way counted as long as they were seen
    /// (Kaplan-Meier), with its 95% interval. Nil where nobody has converted.
    var conversionCurve: Chart? {
        guard let last = curve.points.last, last.time > 0 else { return nil }
        let points = thinned(last.time)
        let plot = Chart.Box(x: 0.09, width: 0.89, y: 10, height: 150)
        func line(_ share: (KaplanMeier.Point) -> Double) -> [Chart.Point] {
            var line = [Chart.Point(0, 1)]
            for point in points {
                let x = Double(point.time) / Double(last.time)
                let y = 1 - min(1, max(0, share(point)))
                line += [Chart.Point(x, line[line.count - 1].y), Chart.Point(x, y)]
            }
            return line
        }
        let spread = { (point: KaplanMeier.Point) in 1.96 * point.variance.squareRoot() }
        let low = line { 1 - $0.survival - spread($0) }
        let high = line { 1 - $0.survival + spread($0) }
        var shapes: [Chart.Shape] = []
        for quarter in 0...4 {
            let y = plot.y + plot.height * (1 - Double(quarter) / 4)
            shapes.append(.line(from: Chart.Point(plot.x, y), to: Chart.Point(plot.x + plot.width, y), .rule))
            shapes.append(.text(.whole("\(quarter * 25)%"), at: Chart.Point(plot.x - 0.015, y + 4), .end, .note))
            let time = Double(last.time) * Double(quarter) / 4
            let x = plot.x + plot.width * Double(quarter) / 4
            let anchor: Chart.Anchor = quarter == 4 ? .end : quarter == 0 ? .start : .middle
            let text = quarter == 0 ? "0" : SpanText.text(time)
            shapes.append(.text(.whole(text), at: Chart.Point(x, plot.y + plot.height + 18), anchor, .note))
        }
        shapes.append(.area(low.reversed() + high, within: plot, .band))
        shapes.append(.curve(line { 1 - $0.survival }, within: plot, .figure))
        return Chart(
            title: "Converted by time since entering",
            description: description(last),
            height: plot.y + plot.height + 26,
            shapes: shapes,
            legend: [.init(.figure, "converted"), .init(.band, "95% interval")]
        )
    }

    private func description(_ last: KaplanMeier.Point) -> String {
        let quarters = (1...4).map { quarter in
            let time = last.time * Milliseconds(quarter) / 4
            return "after \(SpanText.text(Double(time))) \(NumberText.percent(1 - curve.survival(at: time)))"
        }
        return "Converted: " + quarters.joined(separator: "; ")
    }

    /// The last point of each slice of time: what is drawn after it overlies what comes before.
    private func thinned(_ end: Milliseconds) -> [KaplanMeier.Point] {
        var kept: [KaplanMeier.Point] = []
        var slice = -1
        for point in curve.points {
            let own = Int(Double(point.time) / Double(end) * Double(Self.resolution))
            if own == slice { kept[kept.count - 1] = point } else { kept.append(point) }
            slice = own
        }
        return kept
    }
}
