/// Where text that is too long loses a part.
public enum Truncation: Hashable, Sendable {
    case end
    /// For paths and identifiers, whose end says most.
    case middle
}

extension SafeText {
    /// The text in at most `columns` columns; where something is cut, `ellipsis` stands for it.
    ///
    /// Never longer than `columns`, and shorter only where a wide grapheme does not fit.
    public func fitted(
        _ columns: Int,
        ellipsis: String = GlyphSet.unicode.ellipsis,
        truncation: Truncation = .end
    ) -> SafeText {
        guard width > columns else { return self }
        guard columns > 0 else { return SafeText(graphemes: []) }
        let mark = SafeText(ellipsis)
        guard mark.width <= columns else { return SafeText(graphemes: Self.prefix(graphemes, columns)) }
        let room = columns - mark.width
        switch truncation {
        case .end:
            return SafeText(graphemes: Self.prefix(graphemes, room) + mark.graphemes)
        case .middle:
            let tail = Self.prefix(graphemes.reversed(), (room + 1) / 2)
            let tailWidth = tail.reduce(0) { $0 + $1.width }
            let head = Self.prefix(graphemes, room - tailWidth)
            return SafeText(graphemes: head + mark.graphemes + tail.reversed())
        }
    }

    static func prefix(_ graphemes: [Grapheme], _ columns: Int) -> [Grapheme] {
        var taken: [Grapheme] = []
        var used = 0
        for grapheme in graphemes {
            if used + grapheme.width > columns { break }
            used += grapheme.width
            taken.append(grapheme)
        }
        return taken
    }

    /// Lines of at most `columns` columns, broken at spaces; a longer word is broken where the line ends.
    ///
    /// Empty text gives one empty line.
    public func wrapped(_ columns: Int) -> [SafeText] {
        let styled = graphemes.map { StyledGrapheme(grapheme: $0, style: .text) }
        return LineBreaker.lines(styled, columns: columns).map { SafeText(graphemes: $0.map(\.grapheme)) }
    }
}
