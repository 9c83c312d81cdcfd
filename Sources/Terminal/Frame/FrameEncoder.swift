internal import Canvas

/// Turns frames into the bytes that make a terminal show them: only what differs from the frame before, with the fewest
/// changes of place and rendition that it finds.
///
/// The terminal is in its plain rendition before and after every frame, so that whatever else writes to it does no harm.
struct FrameEncoder {
    private let language: TerminalLanguage
    private let depth: ColourDepth
    private var renditions: RenditionTable
    /// What the terminal shows; nil: not known.
    private var shown: (grid: Grid, theme: Theme, rows: [[FrameCell]])?
    private var isCursorVisible: Bool?
    /// The numbers of renditions under the theme that is shown.
    private var numbers: [Style: Int] = [:]

    // While a frame is made.
    private var bytes: [UInt8] = []
    /// Where the next character goes; nil: not known.
    private var place: (x: Int, y: Int)?
    private var rendition = RenditionTable.plain

    init(_ language: TerminalLanguage, depth: ColourDepth) {
        self.language = language
        self.depth = depth
        renditions = RenditionTable(language)
    }

    /// Forgets what the terminal shows: the next frame is all sent.
    mutating func forget() {
        shown = nil
        isCursorVisible = nil
        place = nil
    }

    /// The bytes that turn what the terminal shows into `grid`; none where nothing differs.
    ///
    /// - Parameter cursor: where the terminal's cursor is to stand, and whether it is seen; nil: hidden anywhere.
    mutating func encode(_ grid: Grid, theme: Theme, cursor: Cursor?) -> [UInt8] {
        bytes = []
        let isVisible = cursor?.isVisible ?? false
        if !isVisible, isCursorVisible != false { bytes += language.hideCursor }
        let before = shown?.grid.bounds == grid.bounds ? shown : nil
        if before?.theme != theme { numbers = [:] }
        var rows = before?.rows ?? cleared(grid)
        for y in 0..<grid.height {
            if let before, before.theme == theme, before.grid.hasSameRow(y, as: grid) { continue }
            let row = row(y, of: grid, theme)
            encode(row, over: rows[y], y: y, isLast: y == grid.height - 1)
            rows[y] = row
        }
        change(to: RenditionTable.plain)
        if let cursor { move(toX: cursor.x, y: cursor.y) }
        if isVisible, isCursorVisible != true { bytes += language.showCursor }
        isCursorVisible = isVisible
        shown = (grid, theme, rows)
        return bytes
    }

    /// Clears the screen, whatever it shows.
    ///
    /// - Returns: what it shows then.
    private mutating func cleared(_ grid: Grid) -> [[FrameCell]] {
        bytes += language.plain + language.clear
        place = (0, 0)
        return Array(repeating: Array(repeating: .blank, count: grid.width), count: grid.height)
    }

    private mutating func row(_ y: Int, of grid: Grid, _ theme: Theme) -> [FrameCell] {
        // Neighbours mostly have the same style.
        var last: (style: Style, number: Int, isUnseenOnSpaces: Bool)?
        return grid.row(y).map { cell in
            if last?.style != cell.style {
                let number = number(of: cell.style, theme)
                last = (cell.style, number, !renditions.showsOnSpaces(number))
            }
            // A space in a style that shows nothing on it is like any other such space.
            guard let last, cell.grapheme != .space || !last.isUnseenOnSpaces else { return .blank }
            return FrameCell(grapheme: cell.grapheme, rendition: last.number)
        }
    }

    private mutating func number(of style: Style, _ theme: Theme) -> Int {
        if let known = numbers[style] { return known }
        let number = renditions.number(theme.rendition(style, depth: depth))
        numbers[style] = number
        return number
    }

    private mutating func encode(_ row: [FrameCell], over old: [FrameCell], y: Int, isLast: Bool) {
        // Writing the very last cell of all would scroll some terminals.
        let end = isLast && language.wrapsAtOnce ? row.count - 1 : row.count
        let filled = (row.lastIndex { $0 != .blank } ?? -1) + 1
        let filledBefore = (old.lastIndex { $0 != .blank } ?? -1) + 1
        let erases = !language.eraseToEnd.isEmpty && filledBefore - filled > language.eraseToEnd.count
        let written = erases ? min(filled, end) : end
        var x = 0
        while x < written {
            if row[x] == old[x] || row[x].width == 0 {
                x += 1
                continue
            }
            go(toX: x, y: y, over: row)
            let isSure = row[x].isSure
            x += write(row[..<written], from: x)
            // After the last column terminals differ in where the cursor is.
            place = isSure && x < row.count ? (x, y) : nil
        }
        if erases {
            change(to: RenditionTable.plain)
            move(toX: filled, y: y)
            bytes += language.eraseToEnd
        }
    }

    /// Writes the cell at `x`, and with it those of the same look after it if that is shorter.
    ///
    /// - Returns: how many columns are done.
    private mutating func write(_ row: ArraySlice<FrameCell>, from x: Int) -> Int {
        let cell = row[x]
        show(cell)
        append(cell)
        // Beyond ASCII not every terminal repeats that says it can: tmux before 3.4 does nothing then.
        guard language.repeats, cell.grapheme.ascii != nil else { return cell.width }
        let run = row[x...].prefix { $0 == cell }.count
        let repetition = Array("\u{1B}[\(run - 1)b".utf8)
        guard repetition.count < run - 1 else { return 1 }
        bytes += repetition
        return run
    }

    /// Changes to the rendition of `cell`, if what is in force would be seen to be another.
    private mutating func show(_ cell: FrameCell) {
        if cell.rendition != RenditionTable.unseen {
            change(to: cell.rendition)
        } else if renditions.showsOnSpaces(rendition) {
            change(to: RenditionTable.plain)
        }
    }

    private mutating func change(to next: Int) {
        bytes += renditions.change(from: rendition, to: next)
        rendition = next
    }

    private mutating func append(_ cell: FrameCell) {
        if let byte = cell.grapheme.ascii {
            bytes.append(byte)
        } else if language.canPrint(cell.grapheme.scalars.map(\.value), cell.width) {
            bytes += cell.grapheme.text.utf8
        } else {
            bytes += repeatElement(UInt8(ascii: "?"), count: cell.width)
        }
    }

    /// Goes to a cell of `row`: by writing again what lies between, where that is shortest.
    private mutating func go(toX x: Int, y: Int, over row: [FrameCell]) {
        guard let place, place.y == y, place.x < x else { return move(toX: x, y: y) }
        let between = row[place.x..<x]
        let moving = moving(from: place, toX: x, y: y)
        let isFree =
            between.count <= moving.count
            && between.allSatisfy { cell in
                cell.width == 1 && cell.isSure
                    && (cell.rendition == rendition
                        || cell.rendition == RenditionTable.unseen && !renditions.showsOnSpaces(rendition))
            }
        let start = bytes.count
        if isFree { between.forEach { append($0) } }
        if !isFree || bytes.count - start > moving.count {
            bytes.removeSubrange(start...)
            bytes += moving
        }
        self.place = (x, y)
    }

    private mutating func move(toX x: Int, y: Int) {
        if let place, place == (x, y) { return }
        bytes += moving(from: place, toX: x, y: y)
        place = (x, y)
    }

    private func moving(from place: (x: Int, y: Int)?, toX x: Int, y: Int) -> [UInt8] {
        let straight = language.cursor(x, y)
        guard let place, place.y == y, place.x < x else { return straight }
        let along = language.right(x - place.x)
        return along.isEmpty || along.count >= straight.count ? straight : along
    }
}
