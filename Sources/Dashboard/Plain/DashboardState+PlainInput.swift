public import Canvas

/// What a line that was typed asks for.
public enum PlainInput: Hashable, Sendable {
    /// These keys, one after the other; none: to hear again what is shown.
    case keys([Key])
    /// The rows, by their numbers.
    case rows
    /// Nothing that is known here.
    case unknown
}

extension DashboardState {
    /// Reads one line: the name of a key, the word of an action, `open` and a number, or what a list or a field takes. The
    /// cursor is moved to what the line names, and the keys to press then are returned.
    public mutating func read(_ line: String) -> PlainInput {
        let words = line.split(separator: " ").joined(separator: " ")
        guard !words.isEmpty else { return .keys([]) }
        switch overlay {
        // What was only said does not stand in the way of what comes next.
        case .receipt where Key(name: words) == OverlayKey.elsewhereKey && elsewhereBlocked == nil:
            return .keys([OverlayKey.elsewhereKey])
        case .receipt, .explanation, .elsewhere: overlay = nil
        case nil: break
        case let overlay?: return read(words, for: overlay)
        }
        if let key = Key(name: words), binding(for: key) != nil { return .keys([key]) }
        if let going = bindings.first(where: { $0.sequence == words }) { return .keys(going.presses) }
        let (verb, rest) = words.firstWord
        switch verb {
        case "rows": return .rows
        case "open": return goToRow(rest) ? .keys([.enter]) : .unknown
        case "row": return goToRow(rest) ? .keys([]) : .unknown
        default: break
        }
        guard let binding = binding(called: words.lowercased()) else { return .unknown }
        return .keys(binding.presses)
    }

    /// The binding with this label, or the only one whose label begins so.
    private func binding(called words: String) -> KeyBinding? {
        let bindings = bindings
        if let exact = bindings.first(where: { $0.label.lowercased() == words }) { return exact }
        let found = bindings.filter { $0.label.lowercased().hasPrefix(words) }
        return found.count == 1 ? found.first : nil
    }

    /// Puts the cursor on the row of this number, or on the first that contains the words.
    private mutating func goToRow(_ words: String) -> Bool {
        let places = panels.enumerated().flatMap { panel, rows in
            rows.enumerated().map { (panel: panel, index: $0.offset, text: $0.element.text.lowercased()) }
        }
        let sought = words.lowercased()
        let found = Int(words).map { places.element($0 - 1) } ?? places.first { $0.text.contains(sought) }
        guard let found, !words.isEmpty else { return false }
        place.panel = found.panel
        select(found.index)
        return true
    }

    private mutating func read(_ words: String, for overlay: Overlay) -> PlainInput {
        let (verb, rest) = words.lowercased().firstWord
        switch words.lowercased() {
        case "back", "esc", "escape", "cancel": return .keys([.escape])
        case "quit": return .keys([.ctrl("c")])
        case "ok", "enter": return .keys([.enter])
        default: break
        }
        switch overlay {
        case .help(var list), .palette(var list):
            let count = actions(matching: list.entry.text).count
            if list.select(words, of: count) {
                self.overlay = .help(list)
                return .keys([.enter])
            }
            return .keys(Self.typing(words))
        case .choice(let kind, var list):
            let wanted = verb == "mark" && kind.takesSeveral ? rest : words
            if list.select(wanted, of: choices(kind, matching: list.entry.text).count) {
                self.overlay = .choice(kind, list)
                return .keys([wanted == words ? .enter : .tab])
            }
            return .keys(Self.typing(words, choosingFrom: choices(kind, matching: words)))
        case .tool(let tool): return .keys(tool.value.read(words, &self))
        case .naming, .search, .export: return .keys(Self.typing(words, .enter))
        case .receipt, .explanation, .elsewhere: return .keys([])
        }
    }

    /// The keys that put `text` into the field in place of what is there, and one more.
    static func typing(_ text: String, _ last: Key? = nil) -> [Key] {
        [.ctrl("u")] + text.map { Key.character($0) } + [last].compactMap(\.self)
    }

    /// The same for a list, of which `text` leaves `found`: chosen at once where it is clear which row is meant.
    static func typing(_ text: String, choosingFrom found: [(choice: Choice, matches: Set<Int>)]) -> [Key] {
        let isClear = found.count == 1 || found.first?.choice.label.lowercased() == text.lowercased()
        return typing(text, isClear ? .enter : nil)
    }
}

extension FilteredList {
    /// Selects the row of this number, from 1 on; false where `words` are no such number.
    mutating func select(_ words: String, of count: Int) -> Bool {
        guard let number = Int(words), (1...max(1, count)).contains(number), count > 0 else { return false }
        selected = number - 1
        return true
    }
}

extension String {
    /// The first word, and what follows it.
    var firstWord: (String, String) {
        let parts = split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
}
