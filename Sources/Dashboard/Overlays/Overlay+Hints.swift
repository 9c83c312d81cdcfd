import Canvas

extension Overlay {
    /// The keys that mean something of their own in the overlay, for its last line; none where any key closes it.
    func hints(_ glyphs: GlyphSet) -> [KeyHint] {
        let enter = "\u{21B5}".shown(glyphs)
        switch self {
        case .help, .palette: return [KeyHint(enter, "do it"), KeyHint("esc", "close")]
        case .choice(let kind, _):
            var hints = [KeyHint(enter, "choose", priority: 3)]
            if kind.takesSeveral { hints.append(KeyHint("tab", "mark several", priority: 1)) }
            if kind == .savedView { hints.append(KeyHint("ctrl-x", "delete", priority: 1)) }
            return hints + [KeyHint("esc", "cancel", priority: 2)]
        case .builder(let builder): return BuilderKey.hints(builder, glyphs)
        case .viewName: return [KeyHint(enter, "save"), KeyHint("esc", "cancel")]
        case .export(let dialog):
            let write = dialog.replaces == nil ? "write" : "replace it"
            return [KeyHint(enter, write, priority: 2), KeyHint("esc", "cancel", priority: 1)]
        case .search: return [KeyHint(enter, "find"), KeyHint("esc", "cancel")]
        case .receipt, .explanation: return []
        }
    }
}
