/// A key as a person names it.
public enum Key: Hashable, Sendable {
    /// A printable character, Space among them.
    case character(Character)
    /// Control and a lower-case letter. Enter, Tab and Escape are named for what is printed on the key instead.
    case ctrl(Character)
    case function(Int)
    case enter
    case escape
    case backspace
    case tab
    case backTab
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    case delete
    case insert
}

extension Key {
    /// How the key is written in settings, tour scripts and documents: `ctrl-p`, `page-down`, `f5`, `q`, `space`.
    public var name: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .ctrl(let character): "ctrl-\(character)"
        case .function(let number): "f\(number)"
        default: Self.named.first { $0.key == self }?.name ?? ""
        }
    }

    /// How the key is shown on the screen: short, and with an arrow or `↵` where the glyphs allow.
    public func display(_ glyphs: GlyphSet = .unicode) -> String {
        guard glyphs.repertoire == .unicode else { return self == .escape ? "esc" : name }
        switch self {
        case .enter: return "↵"
        case .up: return "↑"
        case .down: return "↓"
        case .left: return "←"
        case .right: return "→"
        case .escape: return "esc"
        case .pageUp: return "pgup"
        case .pageDown: return "pgdn"
        case .delete: return "del"
        case .insert: return "ins"
        default: return name
        }
    }

    /// Reads what ``name`` writes, whatever its case; nil for anything else.
    public init?(name: String) {
        let lower = name.lowercased()
        if let found = Self.named.first(where: { $0.name == lower || $0.also.contains(lower) }) {
            self = found.key
        } else if lower.hasPrefix("ctrl-"), lower.count == 6, let last = lower.last {
            self = .ctrl(last)
        } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
            self = .function(number)
        } else if name.count == 1, let only = name.first, TextCleaner.grapheme(only) != nil {
            self = .character(only)
        } else {
            return nil
        }
    }

    private static let named: [(key: Key, name: String, also: [String])] = [
        (.character(" "), "space", []),
        (.enter, "enter", ["return", "↵"]),
        (.escape, "escape", ["esc"]),
        (.backspace, "backspace", []),
        (.tab, "tab", []),
        (.backTab, "back-tab", ["shift-tab"]),
        (.up, "up", ["↑"]),
        (.down, "down", ["↓"]),
        (.left, "left", ["←"]),
        (.right, "right", ["→"]),
        (.home, "home", []),
        (.end, "end", []),
        (.pageUp, "page-up", ["pgup"]),
        (.pageDown, "page-down", ["pgdn"]),
        (.delete, "delete", ["del"]),
        (.insert, "insert", ["ins"]),
    ]
}
