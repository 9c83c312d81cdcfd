extension Canvas {
    /// The rows that a tall number takes.
    public static let tallRows = 3

    /// Writes a number three rows high, in half blocks; returns the columns it covers.
    ///
    /// Nil, and nothing is drawn, where the glyphs are plain, a character has no tall form, or there is no room.
    public mutating func tallDigits(_ text: String, x: Int = 0, y: Int = 0, _ style: Style = .figure) -> Int? {
        let letters = text.map { TallDigits.pixels[$0] }
        let columns = letters.reduce(0) { $0 + ($1?.first?.count ?? 0) + 1 } - 1
        guard glyphs.repertoire == .unicode, !letters.isEmpty, !letters.contains(nil), x + columns <= width,
            y + Self.tallRows <= height
        else { return nil }
        var column = x
        for letter in letters.compactMap(\.self) {
            for row in 0..<Self.tallRows {
                put(TallDigits.row(row, of: letter, style), x: column, y: y + row)
            }
            column += (letter.first?.count ?? 0) + 1
        }
        return columns
    }
}

private enum TallDigits {
    /// A sign's pixels from the top, two to a row of cells.
    static let pixels: [Character: [String]] = [
        "0": ["###", "# #", "# #", "# #", "###"],
        "1": ["## ", " # ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"],
        "3": ["###", "  #", " ##", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"],
        "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"],
        "7": ["###", "  #", "  #", "  #", "  #"],
        "8": ["###", "# #", "###", "# #", "###"],
        "9": ["###", "# #", "###", "  #", "###"],
        ".": [" ", " ", " ", " ", "#"],
        ",": [" ", " ", " ", " ", "#", "#"],
        "%": ["# #", "  #", " # ", "#  ", "# #"],
    ]

    static func row(_ row: Int, of letter: [String], _ style: Style) -> [Span] {
        func line(_ index: Int) -> [Character] { index < letter.count ? Array(letter[index]) : [] }
        let (upper, lower) = (line(row * 2), line(row * 2 + 1))
        return (letter.first ?? "").indices.enumerated().map { column, _ in
            let isUpper = upper.indices.contains(column) && upper[column] == "#"
            let isLower = lower.indices.contains(column) && lower[column] == "#"
            return Span(isUpper ? (isLower ? "\u{2588}" : "\u{2580}") : (isLower ? "\u{2584}" : " "), style)
        }
    }
}
