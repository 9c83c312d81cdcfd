/// One cell of a grid: a grapheme, the columns it covers, and its style.
public struct Cell: Hashable, Sendable {
    /// ``Grapheme/none`` in the second column of a wide one.
    public let grapheme: Grapheme
    public var style: Style

    init(_ grapheme: Grapheme, _ style: Style) {
        self.grapheme = grapheme
        self.style = style
    }

    /// One grapheme that is safe to print; empty in the second column of a wide grapheme.
    public var text: String { grapheme.text }
    /// 1, or 2 for a wide grapheme, or 0 for the column that a wide grapheme to the left covers.
    public var width: Int { grapheme.width }

    /// A cell showing a space.
    public static func blank(_ style: Style = .text) -> Cell {
        Cell(.space, style)
    }

    static func continuation(_ style: Style) -> Cell {
        Cell(.none, style)
    }
}
