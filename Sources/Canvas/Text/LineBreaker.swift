struct StyledGrapheme: Hashable, Sendable {
    var grapheme: Grapheme
    var style: Style
}

/// Breaks text into lines at its spaces.
enum LineBreaker {
    static func lines(_ text: [StyledGrapheme], columns: Int) -> [[StyledGrapheme]] {
        // Narrower than a wide grapheme, a line could stay empty for ever.
        let columns = max(2, columns)
        var lines: [[StyledGrapheme]] = []
        var line: [StyledGrapheme] = []
        var lineWidth = 0
        var rest = text[...]
        while !rest.isEmpty {
            let spaces = rest.prefix { $0.grapheme == .space }
            let afterSpaces = rest.dropFirst(spaces.count)
            let word = afterSpaces.prefix { $0.grapheme != .space }
            rest = afterSpaces.dropFirst(word.count)
            if word.isEmpty { break }
            let wordWidth = word.reduce(0) { $0 + $1.grapheme.width }
            if !line.isEmpty && lineWidth + spaces.count + wordWidth > columns {
                lines.append(line)
                line = []
                lineWidth = 0
            } else if lineWidth + spaces.count < columns {
                line += spaces
                lineWidth += spaces.count
            }
            for piece in word {
                if lineWidth + piece.grapheme.width > columns {
                    lines.append(line)
                    line = []
                    lineWidth = 0
                }
                line.append(piece)
                lineWidth += piece.grapheme.width
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}
