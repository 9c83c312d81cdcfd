/// A table: what its columns are, what stands in them, and which row the cursor is on.
public struct Table: Hashable, Sendable {
    public var columns: [TableColumn]
    public var rows: [TableRow]
    /// The column that the rows are sorted by; an arrow in its head shows it.
    public var sort: Sort?
    /// The selected row's index, or nil.
    public var cursor: Int?
    /// The number of the list whose rows these are, for clicks on them; nil: they cannot be clicked on.
    public var list: Int?
    /// The index of the first row shown. The cursor's row is always brought into view, whatever this says.
    public var offset: Int
    public var showsHead: Bool
    /// Columns of space between two columns.
    public var gap: Int
    /// Whether two columns at the left are kept for the cursor's marker.
    public var hasMarker: Bool

    public struct Sort: Hashable, Sendable {
        public var column: Int
        public var isAscending: Bool

        public init(column: Int, isAscending: Bool) {
            self.column = column
            self.isAscending = isAscending
        }
    }

    public init(
        columns: [TableColumn],
        rows: [TableRow],
        sort: Sort? = nil,
        cursor: Int? = nil,
        list: Int? = nil,
        offset: Int = 0,
        showsHead: Bool = true,
        gap: Int = 2,
        hasMarker: Bool = true
    ) {
        self.columns = columns
        self.rows = rows
        self.sort = sort
        self.cursor = cursor
        self.list = list
        self.offset = offset
        self.showsHead = showsHead
        self.gap = gap
        self.hasMarker = hasMarker
    }
}

/// One column of a table.
public struct TableColumn: Hashable, Sendable {
    public var title: String
    public var align: Alignment
    /// Never narrower than this; a column whose minimum does not fit is dropped.
    public var minimum: Int
    /// Never wider than this, however long its text.
    public var maximum: Int
    /// The higher, the longer the column stays when the table is too narrow; of equals, the last goes first.
    public var priority: Int
    /// Its share of the room that is left over; 0 keeps the column as wide as its text.
    public var grow: Double
    public var truncation: Truncation

    /// - Parameter minimum: unless given, what the text needs when `grow` is 0, else 6.
    public init(
        _ title: String,
        align: Alignment = .left,
        minimum: Int = 0,
        maximum: Int = Int.max,
        priority: Int = 0,
        grow: Double = 0,
        truncation: Truncation = .end
    ) {
        self.title = title
        self.align = align
        self.minimum = minimum
        self.maximum = maximum
        self.priority = priority
        self.grow = grow
        self.truncation = truncation
    }
}

/// One row of a table.
public struct TableRow: Hashable, Sendable {
    /// One a column; missing ones are blank.
    public var cells: [TableCell]
    /// Dims what cannot be opened or is out of date.
    public var isDimmed: Bool

    public init(_ cells: [TableCell], isDimmed: Bool = false) {
        self.cells = cells
        self.isDimmed = isDimmed
    }
}

/// What stands in one cell of a table.
public enum TableCell: Hashable, Sendable, ExpressibleByStringLiteral {
    case text(String, Style = .text)
    /// Several runs; aligned as a whole. A `decimal` column aligns on the point of the first run.
    case spans([Span])
    case bar(Bar)
    /// A sparkline; `marks` are the indices of values before which something happened.
    case spark([Double?], marks: Set<Int> = [], range: ClosedRange<Double>? = nil)
    /// A label and a share from 0 to 1, or none.
    case heat(Double?, label: String)
    /// Text after the lines of a tree.
    case tree(TreePlace, String, Style = .text)
    case blank

    /// Whether all of it is drawn, and nothing is written.
    var isGraphic: Bool {
        switch self {
        case .bar, .spark: true
        case .text, .spans, .heat, .tree, .blank: false
        }
    }

    public init(stringLiteral value: String) {
        self = .text(value)
    }
}

/// Where a table was drawn, in the coordinates of the region it was drawn in.
public struct TableFrame: Hashable, Sendable {
    /// The rectangle of the rows, without the head.
    public var body: Rect
    /// The index of the first row shown: keep it as the next ``Table/offset``.
    public var offset: Int
    /// How many rows are shown.
    public var count: Int
    /// The column each table column starts in; nil for one that was dropped.
    public var columns: [Range<Int>?]

    /// The index of the row drawn at `y`, or nil.
    public func row(atY y: Int) -> Int? {
        guard y >= body.y, y < body.y + count else { return nil }
        return offset + y - body.y
    }
}
