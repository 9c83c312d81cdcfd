import Canvas

extension Canvas {
    /// A screen's body of fewer rows has no room to say its figure in three of them.
    private static let leastForTall = 28

    /// Whether this screen's one figure is written in tall digits; in plain glyphs there are none.
    var hasTallHeadline: Bool { height >= Self.leastForTall && glyphs.repertoire == .unicode }

    /// The one figure of a screen, and what stands beside it: to the right of its tall form, or after it on the first line.
    ///
    /// - Parameter rest: draws what stands beside it, given what its first line begins with.
    mutating func headline(_ figure: String, isTall: Bool, _ rest: ([Span], inout Canvas) -> Void) {
        guard isTall, let used = tallDigits(figure) else {
            return rest([Span(figure, .figure.bold), Span(" ")], &self)
        }
        region(x: used + 2, y: 0, width: max(0, width - used - 2), height: height) { rest([], &$0) }
    }
}
