import Canvas

/// The key pressed last and what it did, for people who watch somebody else press it (experience, rule 18).
struct KeyEcho: Hashable, Sendable {
    var key: Key
    /// As the footer calls it.
    var action: String
    /// Whether it means nothing here, or not now.
    var isIdle = false

    /// The columns kept for it at the right end of the footer, so that nothing moves when a key comes.
    static func room(_ width: Int) -> Int { min(32, width / 3) }
}

extension DashboardState {
    /// Presses `key` and notes what it did. It stays until the next key: a frame has no clock.
    mutating func echoing(_ key: Key, _ press: (inout DashboardState) -> [Effect]) -> [Effect] {
        let before = self
        let (name, isBlocked) = action(of: key)
        let effects = press(&self)
        var now = self
        now.goingFrom = before.goingFrom
        let didNothing = effects.isEmpty && now == before
        if let name {
            let words = isBlocked ? "\(name): not now" : didNothing ? "\(name): no effect" : name
            echo = KeyEcho(key: key, action: words, isIdle: isBlocked)
        } else if didNothing {
            echo = KeyEcho(key: key, action: "does nothing here", isIdle: true)
        } else if case .character = key {
            echo = KeyEcho(key: key, action: "type")
        } else {
            echo = KeyEcho(key: key, action: "edit")
        }
        return effects
    }

    /// What a key is for here, as the table of keys or the overlay's last line calls it; nil where neither has it.
    private func action(of key: Key) -> (name: String?, isBlocked: Bool) {
        if overlay != nil, !Self.meansTheSameEverywhere(key) { return (overlay?.action(of: key), false) }
        guard let binding = binding(for: key) else { return (nil, false) }
        return (binding.label, binding.blocked(self) != nil)
    }

    /// Draws the key pressed last at the right end of the footer, over whatever is there.
    func drawEcho(on canvas: inout Canvas) {
        guard echoesKeys else { return }
        let room = KeyEcho.room(canvas.width)
        let rect = Rect(x: canvas.width - room, y: 0, width: room, height: 1)
        canvas.fill(rect)
        canvas.dropClickAreas(in: rect)
        guard let echo else { return }
        let spans = [Span(" \(echo.key.display(canvas.glyphs)) ", .key.bold.reversed), Span(" \(echo.action)", .text)]
        canvas.line(spans, x: rect.x, width: room - 1)
    }
}

extension Overlay {
    /// What a key does in the overlay; nil where it is typed, or does nothing.
    fileprivate func action(of key: Key) -> String? {
        // Some hints stand for two keys, as in "< >".
        let hint = hints(.unicode).first { $0.key.split(separator: " ").contains { Key(name: String($0)) == key } }
        if let hint { return hint.label }
        let moving: [Command] = [.up, .down, .pageUp, .pageDown, .first, .last]
        let move = KeyBinding.moving.first { moving.contains($0.command) && $0.keys.contains(key) }?.label
        switch self {
        case .receipt, .explanation, .elsewhere: return key == .character(" ") ? "page down" : move ?? "close"
        case .tool(let tool) where tool.value.isInRows: return move
        default:
            if case .character = key { return nil }
            return move
        }
    }
}
