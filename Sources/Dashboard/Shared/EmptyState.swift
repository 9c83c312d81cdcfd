import Canvas

/// What stands where there is nothing to show: what is missing, and what would bring it (experience, rule 19).
struct EmptyState: Hashable, Sendable {
    var title: String
    var advice: String
    /// The command line that would bring it; nil: a key does.
    var command: String?

    init(_ title: String, _ advice: String, command: String? = nil) {
        self.title = title
        self.advice = advice
        self.command = command
    }
}

extension Canvas {
    /// Draws it from the top left of the region; returns the rows used.
    @discardableResult
    mutating func emptyState(_ state: EmptyState, y: Int = 0) -> Int {
        var y = y + (height > 6 ? 1 : 0)
        let columns = min(width, 76)
        y += paragraph(state.title, y: y, .text.bold, width: columns)
        y += paragraph(state.advice, y: y, .muted, width: columns)
        if let command = state.command {
            y += height > 6 ? 1 : 0
            y += paragraph(command, x: 2, y: y, .link, width: columns - 2)
        }
        return y
    }
}
