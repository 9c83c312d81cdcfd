/// A line through a value a period, with an axis that says what its ends stand for, and marks where something happened.
public struct Trend: Hashable, Sendable {
    /// In order of time; one that is absent leaves a gap.
    public var values: [Double?]
    /// What stands at the least and at the greatest value.
    public var low: String
    public var high: String
    /// What stands under the first and the last value.
    public var first: String
    public var last: String
    /// By the index of a value, the number of what happened there.
    public var marks: [Int: String]

    public init(
        _ values: [Double?],
        low: String,
        high: String,
        first: String = "",
        last: String = "",
        marks: [Int: String] = [:]
    ) {
        self.values = values
        self.low = low
        self.high = high
        self.first = first
        self.last = last
        self.marks = marks
    }
}

extension Canvas {
    /// Draws a trend: four dots to a cell down and two across where the glyphs allow it, else a line a column; the row at the
    /// bottom is the axis of time. Needs three rows at least, and draws nothing in fewer.
    public mutating func trend(_ trend: Trend, in rect: Rect, style: Style = .spark) {
        let labels = max(measure(trend.low), measure(trend.high))
        let plot = Rect(x: rect.x + labels + 1, y: rect.y, width: rect.width - labels - 1, height: rect.height - 1)
        guard plot.height > 1, plot.width > 1 else { return }
        text(trend.high, x: rect.x, y: plot.y, .muted, width: labels, align: .right)
        text(trend.low, x: rect.x, y: plot.maxY - 1, .muted, width: labels, align: .right)
        for y in plot.y..<plot.maxY { text(glyphs.verticalRule, x: plot.x - 1, y: y, .rule, width: 1) }
        let ends = measure(trend.last)
        if measure(trend.first) + ends + 1 <= plot.width { text(trend.first, x: plot.x, y: plot.maxY, .muted) }
        text(trend.last, x: plot.x, y: plot.maxY, .muted, width: plot.width, align: .right)

        let shares = trend.shares
        let dots = glyphs.repertoire == .unicode ? BrailleLine(shares, width: plot.width, height: plot.height) : nil
        let line = Trend.resampled(shares, plot.width)
        let levels = glyphs.curve.count
        drawMarks(trend, trend.columns(plot.width), plot) { x, y in
            if let dots { return dots.isEmpty(x, y) }
            guard line.indices.contains(x), let share = line[x] else { return true }
            return plot.height - 1 - GlyphSet.step(share, of: plot.height * levels) / levels != y
        }
        if let dots {
            for y in 0..<plot.height {
                for x in 0..<plot.width where !dots.isEmpty(x, y) {
                    text(dots.character(x, y), x: plot.x + x, y: plot.y + y, style, width: 1)
                }
            }
        } else {
            curve(line, in: plot, style: style)
        }
    }

    /// A line down, with its number in the first row that the curve leaves free.
    private mutating func drawMarks(_ trend: Trend, _ columns: [Int], _ plot: Rect, isFree: (Int, Int) -> Bool) {
        var taken: Set<[Int]> = []
        for (index, number) in trend.marks.sorted(by: { $0.key < $1.key }) where columns.indices.contains(index) {
            let column = columns[index]
            let rows = Array(0..<plot.height)
            for y in rows where !taken.contains([column, y]) {
                text(glyphs.verticalRule, x: plot.x + column, y: plot.y + y, .accent, width: 1)
            }
            guard let row = rows.first(where: { isFree(column, $0) && !taken.contains([column, $0]) }) else { continue }
            taken.insert([column, row])
            let digits = measure(number)
            text(number, x: min(plot.x + column, plot.maxX - digits), y: plot.y + row, .accent, width: digits)
        }
    }
}

extension Trend {
    /// From 0, the least, to 1, the greatest; in the middle where nothing changes.
    fileprivate var shares: [Double?] {
        let known = values.compactMap(\.self).filter(\.isFinite)
        guard let low = known.min(), let high = known.max() else { return values.map { _ in nil } }
        return values.map { value in
            guard let value, value.isFinite else { return nil }
            let share = (value - low) / (high - low)
            return share.isFinite ? share : 0.5
        }
    }

    /// The column in which each value stands.
    fileprivate func columns(_ width: Int) -> [Int] {
        let most = Double(max(1, values.count - 1))
        return values.indices.map { Int((Double($0) / most * Double(width * 2 - 1)).rounded()) / 2 }
    }

    /// A value a column, between its neighbours; absent where one of them is.
    fileprivate static func resampled(_ shares: [Double?], _ width: Int) -> [Double?] {
        guard shares.count > 1, width > 1 else { return shares }
        return (0..<width).map { column in
            let place = Double(column) * Double(shares.count - 1) / Double(width - 1)
            let before = Int(place)
            let after = min(shares.count - 1, before + 1)
            guard let low = shares[before], let high = shares[after] else { return nil }
            return low + (high - low) * (place - Double(before))
        }
    }
}

/// A line in dots, two by four to a cell.
private struct BrailleLine {
    private let width: Int
    private let height: Int
    /// By row and column of cells, the dots as Unicode numbers them.
    private var cells: [UInt8]

    private static let dots: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    init(_ shares: [Double?], width: Int, height: Int) {
        self.width = width
        self.height = height
        cells = Array(repeating: 0, count: width * height)
        let across = Double(width * 2 - 1) / Double(max(1, shares.count - 1))
        var before: (x: Int, y: Int)?
        for (index, share) in shares.enumerated() {
            guard let share else {
                before = nil
                continue
            }
            let point = (
                x: Int((Double(index) * across).rounded()), y: Int(((1 - share) * Double(height * 4 - 1)).rounded())
            )
            let from = before ?? point
            let steps = max(1, max(abs(point.x - from.x), abs(point.y - from.y)))
            for step in 0...steps {
                let part = Double(step) / Double(steps)
                set(
                    from.x + Int((Double(point.x - from.x) * part).rounded()),
                    from.y + Int((Double(point.y - from.y) * part).rounded())
                )
            }
            before = point
        }
    }

    private mutating func set(_ x: Int, _ y: Int) {
        guard x >= 0, y >= 0, x < width * 2, y < height * 4 else { return }
        cells[y / 4 * width + x / 2] |= Self.dots[y % 4][x % 2]
    }

    func isEmpty(_ x: Int, _ y: Int) -> Bool { cells[y * width + x] == 0 }

    func character(_ x: Int, _ y: Int) -> String {
        Unicode.Scalar(0x2800 + UInt32(cells[y * width + x])).map { String(Character($0)) } ?? " "
    }
}
