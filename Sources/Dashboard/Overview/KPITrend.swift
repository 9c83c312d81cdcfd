import Canvas
import Wording

/// How a figure has been: a line of dots with an axis where there is room, else a sparkline.
struct KPITrend {
    /// By period, in order of time.
    var values: [Double?]
    /// What the first and the last period are called.
    var first: String
    var last: String
    var notes: TrendNotes

    /// What a line with its axis takes: three rows and the axis of time.
    static let leastRows = 4
    /// Fewer periods than these are as clear in a sparkline.
    static let leastPeriods = 9
    /// Fewer levels than these are no trend.
    private static let leastLevels = 6
    private static let mostLevels = 12

    /// The values on an axis that ends at the least and the greatest of them.
    func drawCurve(isShare: Bool, in rect: Rect, on canvas: inout Canvas) {
        guard let (low, high) = ends(values[...], isShare: isShare).first else { return }
        canvas.trend(
            Trend(values, low: low, high: high, first: first, last: last, marks: notes.numbers),
            in: rect
        )
    }

    /// The trend with what its lowest and its highest level stand for: a line without them could be of a thousandth or of
    /// everything, so it rather begins later. `74.5–75.4` would read as the interval of the figure above.
    func drawLine(isShare: Bool, y: Int, on canvas: inout Canvas) {
        let most = min(canvas.width, Self.mostLevels, values.count + notes.marks.count)
        let fitting = stride(from: most, through: min(most, Self.leastLevels), by: -1).lazy
            .compactMap { [self, canvas] columns in
                range(columns, isShare: isShare, room: canvas.width - columns - 1, canvas).map { (columns, $0) }
            }
            .first
        canvas.sparkline(values, marks: notes.marks, y: y, width: fitting?.0 ?? most)
        if let (columns, text) = fitting { canvas.line(text, x: columns + 1, y: y) }
    }

    /// The lowest and the highest level of the last `columns`, as exact as there is room for; nil where there is none, or
    /// nothing to tell apart.
    private func range(_ columns: Int, isShare: Bool, room: Int, _ canvas: Canvas) -> [Span]? {
        ends(values.suffix(shown(columns)), isShare: isShare).lazy
            .filter { $0.low != $0.high }
            .map { ends in
                let (lowest, highest) = canvas.glyphs.sparkEnds
                return [
                    Span(lowest, .spark), Span(ends.low + " ", .muted), Span(highest, .spark), Span(ends.high, .muted),
                ]
            }
            .first { canvas.measure($0) <= room }
    }

    /// How many values there is room for beside their marks.
    private func shown(_ columns: Int) -> Int {
        var (left, count) = (columns, 0)
        for index in values.indices.reversed() where left > 0 {
            left -= notes.marks.contains(index) ? 2 : 1
            count += 1
        }
        return count
    }

    /// The least and the greatest of `values` in words, the most exact first; empty where there is none.
    private func ends(_ values: ArraySlice<Double?>, isShare: Bool) -> [(low: String, high: String)] {
        let known = values.compactMap(\.self).filter(\.isFinite)
        guard let low = known.min(), let high = known.max() else { return [] }
        // A cost without its pence may hide the whole change.
        return (isShare ? [1, 0] : [2]).map { decimals in
            func words(_ value: Double) -> String {
                NumberText.decimal(isShare ? value * 100 : value, decimals: decimals)
            }
            return (words(low), words(high))
        }
    }
}
