extension Grid {
    /// One string a row with the escape sequences that show it in a theme's colours, for printing and for recordings.
    ///
    /// Every line ends as it began, with nothing set; trailing spaces that show nothing are removed. With
    /// ``ColourDepth/none`` and no attributes there are no escape sequences at all.
    public func ansiLines(theme: Theme, depth: ColourDepth) -> [String] {
        (0..<height).map { y in
            var line = ""
            var blanks = ""
            var current = Rendition.plain
            for x in 0..<width where self[x, y].width > 0 {
                let cell = self[x, y]
                var wanted = theme.rendition(cell.style, depth: depth)
                if cell.grapheme == .space, wanted.isInvisibleOnSpaces { wanted = .plain }
                if cell.grapheme == .space, wanted == .plain {
                    blanks += " "
                    continue
                }
                if !blanks.isEmpty, current != .plain, !current.isInvisibleOnSpaces {
                    line += Rendition.plain.sequence
                    current = .plain
                }
                line += blanks
                blanks = ""
                if wanted != current { line += wanted.sequence }
                current = wanted
                line += cell.text
            }
            return current == .plain ? line : line + Rendition.plain.sequence
        }
    }
}

extension Rendition {
    /// The terminal's own colours without attributes.
    public static let plain = Rendition(foreground: .standard, background: .standard, attributes: [])

    /// Whether a space looks the same with it as without.
    public var isInvisibleOnSpaces: Bool {
        background == .standard && attributes.isDisjoint(with: [.reverse, .underline])
    }

    /// The sequence that sets this and nothing else (ECMA-48, 8.3.117).
    var sequence: String {
        var codes = ["0"]
        if attributes.contains(.bold) { codes.append("1") }
        if attributes.contains(.dim) { codes.append("2") }
        if attributes.contains(.underline) { codes.append("4") }
        if attributes.contains(.reverse) { codes.append("7") }
        codes += foreground.codes(base: 30, bright: 90)
        codes += background.codes(base: 40, bright: 100)
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }
}

extension Ink {
    fileprivate func codes(base: Int, bright: Int) -> [String] {
        switch self {
        case .standard: []
        case .index(let index) where index < 8: ["\(base + index)"]
        case .index(let index) where index < 16: ["\(bright + index - 8)"]
        case .index(let index): ["\(base + 8)", "5", "\(index)"]
        case .rgb(let rgb): ["\(base + 8)", "2", "\(rgb.red)", "\(rgb.green)", "\(rgb.blue)"]
        }
    }
}
