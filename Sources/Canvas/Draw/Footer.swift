/// A key and what it does, for the footer.
public struct KeyHint: Hashable, Sendable {
    /// As shown: `↵`, `f`, `esc`.
    public var key: String
    public var label: String
    /// The higher, the longer it stays on a narrow line.
    public var priority: Int
    public var isEnabled: Bool

    public init(_ key: String, _ label: String, priority: Int = 0, isEnabled: Bool = true) {
        self.key = key
        self.label = label
        self.priority = priority
        self.isEnabled = isEnabled
    }
}

extension Canvas {
    /// Draws the hints in their order, and `pinned` at the right edge; those of the lowest priority are left out until
    /// the rest fits, and `pinned` goes last.
    public mutating func footer(_ hints: [KeyHint], pinned: KeyHint? = nil, x: Int = 1, y: Int = 0, width: Int? = nil) {
        let columns = max(0, width ?? (self.width - x - 1))
        let pinnedWidth = pinned.map(hintWidth) ?? 0
        guard pinnedWidth <= columns else { return }
        let room = columns - (pinned == nil ? 0 : pinnedWidth + 2)
        var column = x
        for hint in fitting(hints, room) {
            draw(hint, x: column, y: y)
            column += hintWidth(hint) + 2
        }
        if let pinned { draw(pinned, x: x + columns - pinnedWidth, y: y) }
    }

    /// The columns that these take, all of them.
    public func width(of hints: [KeyHint]) -> Int {
        hints.reduce(2 * max(0, hints.count - 1)) { $0 + hintWidth($1) }
    }

    private func hintWidth(_ hint: KeyHint) -> Int {
        measure(hint.key) + 1 + measure(hint.label)
    }

    private func fitting(_ hints: [KeyHint], _ room: Int) -> [KeyHint] {
        var kept = Array(hints.enumerated())
        while !kept.isEmpty {
            if width(of: kept.map(\.element)) <= room { break }
            // Of equals, the last goes first.
            guard let least = kept.min(by: { ($0.element.priority, -$0.offset) < ($1.element.priority, -$1.offset) })
            else { break }
            kept.removeAll { $0.offset == least.offset }
        }
        return kept.map(\.element)
    }

    private mutating func draw(_ hint: KeyHint, x: Int, y: Int) {
        let used = text(hint.key, x: x, y: y, hint.isEnabled ? .key : .disabled)
        text(hint.label, x: x + used + 1, y: y, hint.isEnabled ? .hint : .disabled)
        // Where a hint stands for two keys, a click on it would be either.
        if let key = Key(name: hint.key) {
            clickable(Rect(x: x, y: y, width: hintWidth(hint), height: 1), .key(key))
        }
    }
}
