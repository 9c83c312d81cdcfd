public import Canvas

/// One line of the table of keys, from which the footer, the help and the documents are made.
public struct KeyBinding: Sendable {
    /// The first is the one shown.
    public var keys: [Key]
    public var command: Command
    /// A word or two, for the footer.
    public var label: String
    /// A sentence, for the help.
    public var summary: String
    /// The higher, the longer it stays in a narrow footer; 0: never in the footer.
    public var priority: Int
    /// Nil: all screens.
    public var screens: Set<ScreenID>?
    /// Whether the key means anything here; a key that does not is not shown.
    var applies: @Sendable (DashboardState) -> Bool
    /// Why the action cannot be used now; nil: it can.
    var blocked: @Sendable (DashboardState) -> String?

    init(
        _ keys: [Key],
        _ command: Command,
        _ label: String,
        _ summary: String,
        priority: Int = 0,
        screens: Set<ScreenID>? = nil,
        applies: @escaping @Sendable (DashboardState) -> Bool = { _ in true },
        blocked: @escaping @Sendable (DashboardState) -> String? = { _ in nil }
    ) {
        self.keys = keys
        self.command = command
        self.label = label
        self.summary = summary
        self.priority = priority
        self.screens = screens
        self.applies = applies
        self.blocked = blocked
    }

    /// Every binding there is: those of the screens, then the common ones. A screen's own goes before a common one on
    /// the same key.
    public static let all: [KeyBinding] = (Screens.built + Screens.deep).flatMap(\.bindings) + common

    /// Its name and what it does, for lists that are searched for either.
    var sentence: String { "\(label): \(summary)" }

    /// The keys as shown: `↵`, `j`.
    public func keyText(_ glyphs: GlyphSet = .unicode) -> String {
        keys.first?.display(glyphs) ?? ""
    }
}

extension DashboardState {
    /// The bindings that mean something here, each key once.
    var bindings: [KeyBinding] {
        var taken: Set<Key> = []
        return KeyBinding.all.compactMap { binding in
            guard means(binding) else { return nil }
            var left = binding
            left.keys = binding.keys.filter { !taken.contains($0) }
            guard !left.keys.isEmpty else { return nil }
            taken.formUnion(left.keys)
            return left
        }
    }

    /// What `key` does here, with no other key.
    func binding(for key: Key) -> KeyBinding? {
        // Most bindings have other keys, and whether they mean anything needs not be asked.
        var found = KeyBinding.all.first { $0.keys.contains(key) && means($0) }
        found?.keys = [key]
        return found
    }

    /// Whether `binding` means anything here.
    private func means(_ binding: KeyBinding) -> Bool {
        if isPlain, binding.command.isAboutCells { return false }
        return (binding.screens?.contains(place.screen) ?? true) && binding.applies(self)
    }
}
