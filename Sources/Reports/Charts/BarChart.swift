/// Rows of a label, a figure and a bar.
enum BarChart {
    struct Row {
        var label: String
        /// Worded.
        var value: String
        /// Shares of the width, one part after the other.
        var parts: [(share: Double, ink: Chart.Ink)]
        /// The interval of the first part's end.
        var interval: (low: Double, high: Double)?
        /// A line below the bar.
        var note: String?

        init(
            _ label: String,
            value: String,
            share: Double?,
            ink: Chart.Ink = .figure,
            interval: (low: Double, high: Double)? = nil,
            note: String? = nil
        ) {
            self.label = label
            self.value = value
            parts = share.map { [($0, ink)] } ?? []
            self.interval = interval
            self.note = note
        }
    }

    private static let labelHeight = 18.0
    private static let barHeight = 14.0
    private static let noteHeight = 18.0
    private static let gap = 14.0

    static func chart(_ title: String, _ rows: [Row], legend: [Chart.LegendEntry] = []) -> Chart {
        var shapes: [Chart.Shape] = []
        var y = 0.0
        for row in rows {
            draw(row, y: y, into: &shapes)
            y += labelHeight + barHeight + gap + (row.note == nil ? 0 : noteHeight)
        }
        let sentences = rows.map { row in
            "\(row.label): \(row.value)" + (row.note.map { ", \($0)" } ?? "")
        }
        return Chart(
            title: title,
            description: ChartText.list(sentences),
            height: max(1, y - gap + 2),
            shapes: shapes,
            legend: legend
        )
    }

    private static func draw(_ row: Row, y: Double, into shapes: inout [Chart.Shape]) {
        let baseline = y + 13
        shapes.append(.text(.name(row.label), at: Chart.Point(0, baseline), .start, .label))
        shapes.append(.text(.whole(row.value), at: Chart.Point(1, baseline), .end, .value))
        let top = y + labelHeight
        shapes.append(.bar(Chart.Box(x: 0, width: 1, y: top, height: barHeight), .rest))
        var x = 0.0
        for part in row.parts where part.share > 0 {
            let width = min(part.share, 1 - x)
            shapes.append(.bar(Chart.Box(x: x, width: width, y: top, height: barHeight), part.ink))
            x += width
        }
        if let interval = row.interval {
            let middle = top + barHeight / 2
            let (low, high) = (max(0, interval.low), min(1, interval.high))
            shapes.append(.line(from: Chart.Point(low, middle), to: Chart.Point(high, middle), .whisker))
            for end in [low, high] {
                shapes.append(.line(from: Chart.Point(end, middle - 4), to: Chart.Point(end, middle + 4), .whisker))
            }
        }
        if let note = row.note {
            shapes.append(.text(.line(note), at: Chart.Point(0, top + barHeight + 14), .start, .note))
        }
    }
}
