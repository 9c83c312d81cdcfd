import Canvas

/// One line of text being typed, and where its cursor stands.
struct TextEntry: Hashable, Sendable {
    private(set) var text = ""
    /// How many characters stand before the cursor.
    private(set) var cursor = 0
    static let limit = 500

    init(_ text: String = "") {
        insert(text)
    }

    /// Takes text in at the cursor: the first line of it, as far as there is room.
    mutating func insert(_ addition: String) {
        let line = addition.prefix { !$0.isNewline }
        let taken = String(line.prefix(max(0, Self.limit - text.count)))
        let at = text.index(text.startIndex, offsetBy: min(cursor, text.count))
        let before = String(text[..<at]) + taken
        // Combining marks may join the character before them, so the count is taken of the whole.
        let newCursor = before.count
        text = before + String(text[at...])
        cursor = min(newCursor, text.count)
    }

    /// Edits by one key; false for a key that edits nothing.
    mutating func edit(_ key: Key) -> Bool {
        // What stands around a removed character may join into one.
        defer { cursor = min(cursor, text.count) }
        switch key {
        case .character(let character): insert(String(character))
        case .backspace:
            guard cursor > 0 else { return true }
            text.remove(at: index(cursor - 1))
            cursor -= 1
        case .delete, .ctrl("d"):
            guard cursor < text.count else { return true }
            text.remove(at: index(cursor))
        case .left, .ctrl("b"): cursor = max(0, cursor - 1)
        case .right, .ctrl("f"): cursor = min(text.count, cursor + 1)
        case .home, .ctrl("a"): cursor = 0
        case .end, .ctrl("e"): cursor = text.count
        case .ctrl("u"):
            text.removeSubrange(..<index(cursor))
            cursor = 0
        case .ctrl("k"): text.removeSubrange(index(cursor)...)
        case .ctrl("w"):
            let head = text[..<index(cursor)]
            let kept = head.reversed().drop { $0 == " " }.drop { $0 != " " }.count
            text.removeSubrange(index(kept)..<index(cursor))
            cursor = kept
        default: return false
        }
        return true
    }

    private func index(_ offset: Int) -> String.Index {
        text.index(text.startIndex, offsetBy: min(max(0, offset), text.count))
    }
}
