/// One cell of a grid: a grapheme, the columns it covers, and its style.
public struct Cell: Hashable, Sendable {
    /// One grapheme that is safe to print; empty in the second column of a wide grapheme.
    public let text: String
    /// 1, or 2 for a wide grapheme, or 0 for the column that a wide grapheme to the left covers.
    public let width: Int
    public var style: Style

    init(text: String, width: Int, style: Style) {
        self.text = text
        self.width = width
        self.style = style
    }

    /// A cell showing a space.
    public static func blank(_ style: Style = .text) -> Cell {
        Cell(text: " ", width: 1, style: style)
    }

    static func continuation(_ style: Style) -> Cell {
        Cell(text: "", width: 0, style: style)
    }
}
