extension Canvas {
    /// A thin line across the columns.
    public mutating func rule(x: Int = 0, y: Int = 0, width: Int? = nil, _ style: Style = .rule) {
        let columns = max(0, width ?? (self.width - x))
        fill(Rect(x: x, y: y, width: columns, height: 1), style, with: glyphs.rule)
    }

    /// The heading of a panel, in capitals; returns the columns it covers.
    @discardableResult
    public mutating func heading(_ title: String, x: Int = 0, y: Int = 0, width: Int? = nil) -> Int {
        text(title.uppercased(), x: x, y: y, .heading, width: width)
    }
}
