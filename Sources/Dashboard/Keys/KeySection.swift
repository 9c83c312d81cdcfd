import Canvas

/// The keys of one part of the dashboard, as documents list them.
public struct KeySection: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// As they are shown, parted by spaces: `↓ j`; `gf` is `f` after `g`.
        public var keys: String
        /// A word or two.
        public var label: String
        /// A sentence.
        public var summary: String
    }

    public var title: String
    public var entries: [Entry]

    static func of(_ screens: ScreenList) -> [KeySection] {
        let own = screens.all.filter { !$0.bindings.isEmpty }
        return KeyBinding.parts(screens.all).map { KeySection($0.title, $0.bindings) }
            + own.map { KeySection("On \($0.id.title)", $0.bindings) }
            + [
                KeySection("In lists, fields and texts", OverlayKey.usual)
            ] + screens.all.flatMap(\.tools).map { KeySection($0.keysTitle, $0.keys) }
    }

    private init(_ title: String, _ keys: [OverlayKey]) {
        self.init(
            title: title,
            entries: keys.map { Entry(keys: $0.keys, label: $0.label, summary: $0.summary) }
        )
    }

    private init(_ title: String, _ bindings: [KeyBinding]) {
        self.init(
            title: title,
            entries: bindings.map {
                Entry(
                    keys: $0.keysText(),
                    label: $0.label,
                    summary: $0.summary
                )
            }
        )
    }

    private init(title: String, entries: [Entry]) {
        self.title = title
        self.entries = entries
    }
}
