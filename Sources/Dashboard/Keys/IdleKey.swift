import Canvas

/// What is said of a key that did nothing: no key is dead without a word, but those that KEYS.md lists.
extension DashboardState {
    /// Says that `key` did nothing, where nothing is said and nothing is different since `before`.
    mutating func explainIdle(_ key: Key, since before: DashboardState, _ effects: [Effect]) {
        guard effects.isEmpty, message == nil, !isPlain else { return }
        var now = self
        // What was pressed is no difference that it made.
        now.echo = before.echo
        now.goingFrom = before.goingFrom
        guard now == before else { return }
        message = overlay == nil || Self.meansTheSameEverywhere(key) ? idleWords(key) : overlay?.idleWords(key)
    }

    /// Nil where a key does nothing without a word.
    private func idleWords(_ key: Key) -> String? {
        let shown = key.display()
        if let binding = binding(for: key) {
            if binding.command.isMove { return nil }
            return "\(shown) \(binding.label): there is nothing to change here"
        }
        // Pressed to be sure that nothing lies over the screen.
        if key == .escape { return nil }
        let others = screens.bindings.filter { $0.keys.contains(key) }
        if let here = others.first(where: { ($0.screen ?? place.screen) == place.screen }) {
            if here.command == .back { return "\(shown) \(here.label): this is the top; q leaves" }
            return "\(shown) \(here.label): there is nothing here for it"
        }
        if let first = others.first, let there = first.screen {
            return "\(shown) \(first.label): only on \(there.title)"
        }
        return "\(shown) does nothing; ? lists the keys that work here"
    }
}

extension Command {
    /// Whether it moves: at an end there is nowhere to go, which is seen.
    fileprivate var isMove: Bool {
        switch self {
        case .up, .down, .pageUp, .pageDown, .first, .last: true
        default: false
        }
    }
}

extension Overlay {
    /// Nil where a key does nothing without a word.
    fileprivate func idleWords(_ key: Key) -> String? {
        if silentKeys.contains(key) { return nil }
        let shown = key.display()
        switch self {
        case .help, .palette, .choice:
            return key == .enter || key == .tab && hints(.unicode).contains { $0.key == "tab" }
                ? "\(shown): no row fits what was typed" : full(key) ?? "\(shown) does nothing in this list"
        case .tool(let tool):
            if key == .enter { return "\(shown): no row fits what was typed" }
            return tool.value.isInRows
                ? "\(shown) does nothing on this row" : full(key) ?? "\(shown) does nothing in this list"
        case .naming, .export, .search: return full(key) ?? "\(shown) does nothing in this field"
        case .receipt, .explanation, .elsewhere: return nil
        }
    }

    /// That no more can be typed.
    private func full(_ key: Key) -> String? {
        if case .character = key { "no more than \(TextEntry.limit) characters fit" } else { nil }
    }

    /// Those that edit or move, and at an end do neither.
    private var silentKeys: Set<Key> {
        switch self {
        case .naming, .export, .search: TextEntry.keys
        case .tool(let tool) where tool.value.isInRows:
            [.up, .down, .home, .end, .character("j"), .character("k"), .character("g"), .character("G")]
        case .help, .palette, .choice, .tool:
            TextEntry.keys.union([.up, .down, .pageUp, .pageDown, .ctrl("n"), .ctrl("p")])
        case .receipt, .explanation, .elsewhere: []
        }
    }
}

extension TextEntry {
    /// All that edit, but for characters.
    fileprivate static let keys: Set<Key> = [
        .backspace, .delete, .left, .right, .home, .end, .ctrl("a"), .ctrl("b"), .ctrl("d"), .ctrl("e"), .ctrl("f"),
        .ctrl("k"), .ctrl("u"), .ctrl("w"),
    ]
}
