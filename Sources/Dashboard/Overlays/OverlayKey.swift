import Canvas

/// One line of the table of the keys that mean something of their own in what lies over a screen, from which its last line
/// and the documents are made.
struct OverlayKey: Sendable {
    /// As they are shown, parted by spaces.
    var keys: String
    /// A word or two.
    var label: String
    /// A sentence, for the documents.
    var summary: String
    /// The higher, the longer it stays in a narrow line.
    var priority: Int
    var applies: @Sendable (Overlay) -> Bool

    init(
        _ keys: String,
        _ label: String,
        _ summary: String,
        _ priority: Int,
        applies: @escaping @Sendable (Overlay) -> Bool
    ) {
        self.keys = keys
        self.label = label
        self.summary = summary
        self.priority = priority
        self.applies = applies
    }

    /// Those of lists, fields and texts; what a screen lays beside itself has its own.
    static let usual: [OverlayKey] = [
        OverlayKey("\u{21B5}", "do it", "do the action of the row", 3) { $0.isActions },
        OverlayKey("\u{21B5}", "choose", "take the row, or all rows that are marked", 3) { $0.choice != nil },
        OverlayKey("tab", "mark several", "mark a value, to take several together; ! typed first: all but these", 1) {
            $0.choice?.takesSeveral == true
        },
        OverlayKey("ctrl-x", "delete", "delete the view of the row, after a question", 1) { $0.choice == .savedView },
        OverlayKey("\u{21B5}", "save", "keep the view under this name", 3) {
            if case .naming(.view, _) = $0 { true } else { false }
        },
        OverlayKey("\u{21B5}", "keep", "write the store, and beside it the mapping that reads the files again", 3) {
            if case .naming(.store, _) = $0 { true } else { false }
        },
        OverlayKey("\u{21B5}", "write", "write the file", 3) { $0.export?.replaces == nil && $0.export != nil },
        OverlayKey("\u{21B5}", "replace it", "write the file in place of the one there is", 3) {
            $0.export?.replaces != nil
        },
        OverlayKey("\u{21B5}", "find", "go to the row found, and keep what was searched for", 3) {
            if case .search = $0 { true } else { false }
        },
        scroll,
        elsewhere,
        OverlayKey("esc", "cancel", "leave, and change nothing", 2) { !$0.isActions && !$0.isText },
        close,
    ]

    static let scroll = OverlayKey("j k", "scroll", "show the lines below, or above", 1) { $0.isText }
    static let elsewhere = OverlayKey(
        "o",
        "other tools",
        "in the receipt of a funnel: what other tools would count of the same events",
        2
    ) { if case .receipt = $0 { true } else { false } }
    static let elsewhereKey = Key.character("o")
    static let close = OverlayKey("esc", "close", "go back to the screen", 2) { $0.isActions || $0.isText }

    func hint(_ glyphs: GlyphSet) -> KeyHint { KeyHint(keys.shown(glyphs), label, priority: priority) }
}

extension Overlay {
    /// The keys that mean something of their own here, for its last line.
    func hints(_ glyphs: GlyphSet) -> [KeyHint] {
        let keys = if case .tool(let tool) = self { type(of: tool.value).keys } else { OverlayKey.usual }
        return keys.filter { $0.applies(self) }.map { $0.hint(glyphs) }
    }

    /// Whether it lists actions.
    fileprivate var isActions: Bool {
        switch self {
        case .help, .palette: true
        default: false
        }
    }

    /// Whether there is only something to read.
    fileprivate var isText: Bool {
        switch self {
        case .receipt, .explanation, .elsewhere: true
        default: false
        }
    }

    fileprivate var choice: ChoiceKind? {
        if case .choice(let kind, _) = self { kind } else { nil }
    }

    fileprivate var export: ExportDialog? {
        if case .export(let dialog) = self { dialog } else { nil }
    }
}
