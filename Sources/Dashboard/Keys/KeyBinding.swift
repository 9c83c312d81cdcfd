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
    /// The screen that it belongs to; nil: it means the same on all.
    public internal(set) var screen: ScreenID?
    /// The letter that does the same after `g`.
    var letter: Character?
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
        letter: Character? = nil,
        applies: @escaping @Sendable (DashboardState) -> Bool = { _ in true },
        blocked: @escaping @Sendable (DashboardState) -> String? = { _ in nil }
    ) {
        self.keys = keys
        self.command = command
        self.label = label
        self.summary = summary
        self.priority = priority
        self.letter = letter
        self.applies = applies
        self.blocked = blocked
    }

    /// Those of one screen only.
    static func own(_ screen: any Screen) -> [KeyBinding] {
        screen.bindings.map { binding in
            var own = binding
            own.screen = screen.id
            return own
        }
    }

    /// Its name and what it does, for lists that are searched for either.
    var sentence: String { "\(label): \(summary)" }

    /// The keys as shown: `↵`, `j`.
    public func keyText(_ glyphs: GlyphSet = .unicode) -> String {
        keys.first?.display(glyphs) ?? sequence ?? ""
    }

    /// All of them, as documents and the help list them: `↓ j`.
    func keysText(_ glyphs: GlyphSet = .unicode) -> String {
        (keys.map { $0.display(glyphs) } + [sequence].compactMap(\.self)).joined(separator: " ")
    }

    /// The keys to press for it, one after the other.
    var presses: [Key] {
        keys.first.map { [$0] } ?? letter.map { [Self.going, .character($0)] } ?? []
    }

    /// Its letter after `g`, as it is written: `gf`.
    var sequence: String? { letter.map { "\(Self.going.display())\($0)" } }
}

extension DashboardState {
    /// The bindings that mean something here, each key once.
    var bindings: [KeyBinding] {
        var taken: Set<Key> = []
        return screens.bindings.compactMap { binding in
            guard means(binding) else { return nil }
            var left = binding
            left.keys = binding.keys.filter { !taken.contains($0) }
            guard !left.keys.isEmpty || left.letter != nil else { return nil }
            taken.formUnion(left.keys)
            return left
        }
    }

    /// What `key` does here, with no other key.
    func binding(for key: Key) -> KeyBinding? {
        if goingFrom != nil, let going = screens.binding(goingTo: key) { return going }
        // Most bindings have other keys, and whether they mean anything needs not be asked.
        var found = screens.bindings.first { $0.keys.contains(key) && means($0) }
        found?.keys = [key]
        return found
    }

    /// Whether `binding` means anything here.
    private func means(_ binding: KeyBinding) -> Bool {
        if isPlain, binding.command.isAboutCells { return false }
        return (binding.screen ?? place.screen) == place.screen && binding.applies(self)
    }
}
