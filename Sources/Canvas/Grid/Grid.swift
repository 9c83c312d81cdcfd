/// A rectangle of cells, row by row from the top left. A value: two grids that look the same are equal.
///
/// Nothing is ever written outside it, and a wide grapheme is never cut: where one half would be lost or
/// overwritten, the other becomes a space.
public struct Grid: Hashable, Sendable {
    public let width: Int
    public let height: Int
    private var cells: [Cell]

    /// Negative lengths count as 0.
    public init(width: Int, height: Int, fill: Style = .text) {
        self.width = max(0, width)
        self.height = max(0, height)
        cells = Array(repeating: .blank(fill), count: self.width * self.height)
    }

    public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

    /// The cell there, or a blank one outside the grid.
    public subscript(x: Int, y: Int) -> Cell {
        guard x >= 0, x < width, y >= 0, y < height else { return .blank() }
        return cells[y * width + x]
    }

    /// The cells of row `y`, from the left; none outside the grid.
    public func row(_ y: Int) -> ArraySlice<Cell> {
        guard y >= 0, y < height else { return [] }
        return cells[y * width..<(y + 1) * width]
    }

    /// Whether row `y` looks the same in both.
    public func hasSameRow(_ y: Int, as other: Grid) -> Bool {
        row(y) == other.row(y)
    }

    /// Writes one grapheme inside `clip`; a wide one that would reach over the edge becomes a space.
    mutating func put(_ grapheme: Grapheme, x: Int, y: Int, style: Style, clip: Rect) {
        let area = clip.intersection(bounds)
        guard y >= area.y, y < area.maxY else { return }
        if grapheme.width == 2 {
            let leftIn = x >= area.x && x < area.maxX
            let rightIn = x + 1 >= area.x && x + 1 < area.maxX
            if leftIn && rightIn {
                release(x, y)
                release(x + 1, y)
                cells[y * width + x] = Cell(grapheme, style)
                cells[y * width + x + 1] = .continuation(style)
            } else if leftIn || rightIn {
                let column = leftIn ? x : x + 1
                release(column, y)
                cells[y * width + column] = .blank(style)
            }
        } else if grapheme.width == 1, x >= area.x, x < area.maxX {
            release(x, y)
            cells[y * width + x] = Cell(grapheme, style)
        }
    }

    /// Changes the style of the cells in `area` without touching their text.
    ///
    /// Both halves of a wide grapheme are styled when its left half lies inside.
    mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
        let inside = area.intersection(bounds)
        guard !inside.isEmpty else { return }
        for y in inside.y..<inside.maxY {
            for x in inside.x..<inside.maxX {
                let index = y * width + x
                cells[index].style = change(cells[index].style)
                if x + 1 == inside.maxX, cells[index].width == 2, x + 1 < width {
                    cells[index + 1].style = cells[index].style
                }
                if x == inside.x, cells[index].width == 0, x > 0 {
                    cells[index].style = cells[index - 1].style
                }
            }
        }
    }

    /// Blanks the other half of a wide grapheme that is about to lose this column.
    private mutating func release(_ x: Int, _ y: Int) {
        let index = y * width + x
        let cell = cells[index]
        if cell.width == 2, x + 1 < width {
            cells[index + 1] = .blank(cells[index + 1].style)
        } else if cell.width == 0, x > 0 {
            cells[index - 1] = .blank(cells[index - 1].style)
        }
    }
}
