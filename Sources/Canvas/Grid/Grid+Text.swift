extension Grid {
    /// One string a row, trailing spaces removed: what a golden test compares.
    public var text: [String] { lines(trimmed: true) }

    /// One string a row, as wide as the grid unless `trimmed`.
    public func lines(trimmed: Bool) -> [String] {
        (0..<height).map { y in
            var line = ""
            var blanks = 0
            for x in 0..<width {
                let cell = self[x, y]
                if trimmed && cell.grapheme == .space {
                    blanks += 1
                } else if cell.width > 0 {
                    if blanks > 0 { line += String(repeating: " ", count: blanks) }
                    blanks = 0
                    line += cell.text
                }
            }
            return line
        }
    }

    /// One string a row with the letter of each cell's role (``Role/letter``): what a golden test of styles compares.
    ///
    /// Cells of the plain `text` role are shown as `.`, and trailing ones are removed.
    public var styleText: [String] {
        styleLines { $0.role == .text ? "." : $0.role.letter }
    }

    /// One string a row with `R` reverse, `B` bold, `U` underlined, `D` dim, `+` several and `.` none;
    /// trailing dots are removed.
    public var attributeText: [String] {
        styleLines { $0.attributes.letter }
    }

    private func styleLines(_ letter: (Style) -> Character) -> [String] {
        (0..<height).map { y in
            var line = (0..<width).map { letter(self[$0, y].style) }
            while line.last == "." { line.removeLast() }
            return String(line)
        }
    }
}
