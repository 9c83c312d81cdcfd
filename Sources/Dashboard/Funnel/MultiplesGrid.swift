import Canvas

/// How the funnels of the groups are laid out side by side: in cells of one size, as many as the room holds.
struct MultiplesGrid: Hashable {
    /// Whether each step has a second line for its loss.
    var hasLosses: Bool
    var columns: Int
    var rows: Int
    var cellWidth: Int
    var cellHeight: Int
    /// How many groups have a cell.
    var shown: Int

    /// Columns of space between two cells, as between the plots above, and a row between one and the one below it.
    private static let gap = 4
    private static let rowGap = 1
    /// Narrower, a bar says nothing.
    private static let narrowest = 30
    /// Wider, a bar says no more.
    private static let widest = 100

    /// Nil where there are no two groups to compare, or not one row of cells fits into `height` rows with the heading.
    ///
    /// All groups with their losses, else all groups, else as many as fit; in cells as wide as they can be without half of the
    /// last row being empty.
    ///
    /// - Parameter lossWidth: the columns that a cell needs for its losses in words.
    init?(groups: Int, steps: Int, width: Int, height: Int, lossWidth: Int) {
        guard groups > 1, steps > 0 else { return nil }
        let forms = [
            (hasLosses: true, rows: FunnelSteps.rows(steps), narrowest: max(Self.narrowest, lossWidth)),
            (hasLosses: false, rows: steps, narrowest: Self.narrowest),
        ]
        for form in forms {
            let isLast = !form.hasLosses
            // The name of the group stands above its steps; the heading above them all.
            let cellHeight = 1 + form.rows
            let rows = (height - 1 + Self.rowGap) / (cellHeight + Self.rowGap)
            let most = (width + Self.gap) / (form.narrowest + Self.gap)
            guard rows > 0, most > 0 else { continue }
            let least = min(most, (width + Self.widest + 2 * Self.gap - 1) / (Self.widest + Self.gap))
            func needed(_ columns: Int) -> Int { (groups + columns - 1) / columns }
            let fitting = (least...most).filter { needed($0) <= rows }
            let isFull = { (columns: Int) in 2 * (columns * needed(columns) - groups) <= columns }
            guard let columns = fitting.first(where: isFull) ?? fitting.last ?? (isLast ? most : nil) else { continue }
            hasLosses = form.hasLosses
            self.columns = columns
            self.rows = min(rows, needed(columns))
            self.cellHeight = cellHeight
            cellWidth = (width - Self.gap * (columns - 1)) / columns
            shown = min(groups, columns * self.rows)
            return
        }
        return nil
    }

    /// So many cells a room of this size holds at the most.
    static func most(steps: Int, width: Int, height: Int) -> Int {
        max(0, (width + gap) / (narrowest + gap)) * max(0, height / (1 + max(1, steps)))
    }

    /// The rows that it takes, the heading included.
    var height: Int { 1 + rows * (cellHeight + Self.rowGap) - Self.rowGap }

    /// Where the cell of this index stands below the heading, from left to right and then down.
    func cell(_ index: Int) -> Rect {
        Rect(
            x: index % columns * (cellWidth + Self.gap),
            y: 1 + index / columns * (cellHeight + Self.rowGap),
            width: cellWidth,
            height: cellHeight
        )
    }
}
