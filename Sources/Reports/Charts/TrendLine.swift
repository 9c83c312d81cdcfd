import JourneyModel

/// A figure over time, as small as a word, between its own least and most.
enum TrendLine {
    private static let height = 36.0

    /// Nil where fewer than two points are known. An unknown one is left out, and the line goes on after it.
    static func chart(of figure: KeyFigure) -> Chart? {
        let known = figure.trend.enumerated().compactMap { index, value in
            value.flatMap { $0.isFinite ? (index: index, value: $0) : nil }
        }
        guard known.count > 1, let least = known.map(\.value).min(), let most = known.map(\.value).max() else {
            return nil
        }
        let last = Double(figure.trend.count - 1)
        let points = known.map { point in
            let level = most > least ? (point.value - least) / (most - least) : 0.5
            return Chart.Point(Double(point.index) / last, 1 - level)
        }
        let box = Chart.Box(x: 0.01, width: 0.98, y: 4, height: height - 8)
        let direction = (known.last?.value ?? 0) - (known.first?.value ?? 0)
        let words = direction > 0 ? "higher at its end" : direction < 0 ? "lower at its end" : "the same at both ends"
        let noted = figure.trendNotes.keys.sorted()
        let marks = noted.map { place in
            let x = box.x + box.width * Double(place) / last
            return Chart.Shape.line(from: Chart.Point(x, 0), to: Chart.Point(x, height), .mark)
        }
        let notes = noted.flatMap { figure.trendNotes[$0] ?? [] }
        let happened = notes.isEmpty ? "" : "; marked: " + ChartText.list(notes, most: 12)
        return Chart(
            title: "\(figure.label) over time",
            description: "\(figure.trend.count) periods, \(words)\(happened)",
            height: height,
            shapes: marks + [.curve(points, within: box, .figure)]
        )
    }
}
