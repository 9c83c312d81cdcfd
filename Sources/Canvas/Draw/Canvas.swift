/// What a screen draws on: a grid, the characters to draw with, and the region that drawing is limited to.
///
/// All coordinates count from the top left of the current region. Text is cleaned on its way into the grid, so any
/// string may be passed. Nothing is drawn outside the region.
public struct Canvas: Sendable {
    public private(set) var grid: Grid
    public let glyphs: GlyphSet
    /// Where the terminal's cursor should stand, in the grid's coordinates.
    public private(set) var cursor: Cursor?
    /// What was drawn to be clicked on, in the grid's coordinates; noted by what draws it, so that the two cannot differ.
    public private(set) var clickAreas: [ClickArea] = []
    private var origin: (x: Int, y: Int) = (0, 0)
    private var area: Size
    private var clip: Rect

    public init(width: Int, height: Int, glyphs: GlyphSet = .unicode) {
        grid = Grid(width: width, height: height)
        self.glyphs = glyphs
        area = grid.bounds.size
        clip = grid.bounds
    }

    /// The width of the current region.
    public var width: Int { area.width }
    /// The height of the current region.
    public var height: Int { area.height }
    /// The current region in its own coordinates: it starts at 0, 0.
    public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

    /// Draws inside `rect`: there, coordinates start at its top left, and nothing is drawn outside it.
    @discardableResult
    public mutating func region<Result>(
        _ rect: Rect,
        _ draw: (inout Canvas) throws -> Result
    ) rethrows -> Result {
        let saved = (origin, area, clip)
        defer { (origin, area, clip) = saved }
        let onGrid = onGrid(rect)
        origin = (onGrid.x, onGrid.y)
        area = rect.size
        clip = clip.intersection(onGrid)
        return try draw(&self)
    }

    /// Draws inside the rectangle given by its sides.
    @discardableResult
    public mutating func region<Result>(
        x: Int,
        y: Int,
        width: Int,
        height: Int,
        _ draw: (inout Canvas) throws -> Result
    ) rethrows -> Result {
        try region(Rect(x: x, y: y, width: width, height: height), draw)
    }

    /// Makes `text` safe for this canvas's glyph set, and measures it.
    public func safe(_ text: String) -> SafeText {
        SafeText(text, glyphs)
    }

    /// The columns `text` covers on this canvas.
    public func measure(_ text: String) -> Int {
        TextCleaner.width(of: text, glyphs)
    }

    /// Says where the terminal's cursor should stand: on the selected row, or where text is typed.
    public mutating func placeCursor(x: Int, y: Int, visible: Bool = false) {
        let column = origin.x + x
        let row = origin.y + y
        guard clip.contains(x: column, y: row) else { return }
        cursor = Cursor(x: column, y: row, isVisible: visible)
    }

    /// Says what a click in `rect`, as far as it lies in the region, stands for.
    public mutating func clickable(_ rect: Rect, _ target: ClickTarget) {
        let visible = onGrid(rect).intersection(clip)
        if !visible.isEmpty { clickAreas.append(ClickArea(rect: visible, target: target)) }
    }

    /// What was drawn so far in `rect`, the whole region unless given, can be clicked on no more: something lies over it.
    public mutating func dropClickAreas(in rect: Rect? = nil) {
        let covered = onGrid(rect ?? bounds)
        clickAreas.removeAll { !$0.rect.intersection(covered).isEmpty }
    }

    private func onGrid(_ rect: Rect) -> Rect {
        Rect(x: origin.x + rect.x, y: origin.y + rect.y, width: rect.width, height: rect.height)
    }

    /// What row `y` of the region shows, without the columns that a wide character covers.
    func shownCells(_ y: Int) -> [(x: Int, width: Int, text: String)] {
        (0..<width).compactMap { x in
            guard clip.contains(x: origin.x + x, y: origin.y + y) else { return nil }
            let cell = grid[origin.x + x, origin.y + y]
            return cell.width > 0 ? (x, cell.width, cell.text) : nil
        }
    }

    mutating func put(_ grapheme: Grapheme, x: Int, y: Int, style: Style) {
        grid.put(grapheme, x: origin.x + x, y: origin.y + y, style: style, clip: clip)
    }

    /// Changes the style of what is drawn in `rect`, for example to reverse the cursor's row or to dim stale numbers.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        grid.restyle(onGrid(rect).intersection(clip), change)
    }

    /// Fills `rect` with one character, a space unless said otherwise.
    public mutating func fill(_ rect: Rect, _ style: Style = .text, with text: String = " ") {
        guard let grapheme = safe(text).graphemes.first else { return }
        let inside = rect.intersection(bounds)
        guard !inside.isEmpty else { return }
        for y in inside.y..<inside.maxY {
            for x in stride(from: inside.x, to: inside.maxX, by: grapheme.width) {
                put(grapheme, x: x, y: y, style: style)
            }
        }
    }
}

/// Where the terminal's cursor stands.
public struct Cursor: Hashable, Sendable {
    public var x: Int
    public var y: Int
    /// A cursor that is not visible still tells screen readers and braille displays where the selection is.
    public var isVisible: Bool

    public init(x: Int, y: Int, isVisible: Bool) {
        self.x = x
        self.y = y
        self.isVisible = isVisible
    }
}
