internal import Canvas

extension Grid {
    /// A space shows neither colour nor weight. Between words of one style it takes theirs, which saves switching there and
    /// back; more of them than this are cheaper to skip.
    private static let longestBridge = 2

    /// The style in which each cell of row `y` goes out; nil for a space on which none would be seen.
    ///
    /// - Parameter showsOnSpaces: whether a space in a style looks different from one on the bare screen.
    func stylesToSend(row y: Int, showsOnSpaces: (Style) -> Bool) -> [Style?] {
        var styles = (0..<width).map { x -> Style? in
            let cell = self[x, y]
            return cell.text == " " && !showsOnSpaces(cell.style) ? nil : cell.style
        }
        var last: Int?
        for x in styles.indices where styles[x] != nil {
            if let last, x - last > 1, x - last - 1 <= Self.longestBridge, styles[last] == styles[x],
                let style = styles[x], !showsOnSpaces(style)
            {
                for between in (last + 1)..<x { styles[between] = style }
            }
            last = x
        }
        return styles
    }
}
