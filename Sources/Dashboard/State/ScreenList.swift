import Canvas

/// The screens of a dashboard, and what follows from which there are.
final class ScreenList: Sendable {
    /// The first is where one begins.
    let all: [any Screen]
    /// Every binding there is: those of the screens, then the common ones. A screen's own goes before a common one on the
    /// same key.
    let bindings: [KeyBinding]
    private let home: any Screen
    private let byID: [ScreenID: any Screen]
    private let goingTo: [Key: KeyBinding]

    init(_ home: any Screen, _ others: any Screen...) {
        self.home = home
        all = [home] + others
        byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        bindings = all.flatMap(KeyBinding.own) + KeyBinding.common(all)
        goingTo = Dictionary(
            bindings.compactMap { binding in binding.letter.map { (.character($0), binding) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    subscript(id: ScreenID) -> any Screen { byID[id] ?? home }

    /// Where one begins: what it is called goes without saying.
    var homeID: ScreenID { home.id }

    /// Those that have a top of their own; the others are reached from what is on the screen.
    var tops: [any Screen] { all.filter { $0.letter != nil } }

    /// Those in the row of screens.
    var tabs: [(digit: Character, id: ScreenID)] {
        all.compactMap { screen in screen.digit.map { (digit: $0, id: screen.id) } }
    }

    /// The binding that opens the screen of this letter, after `g`.
    func binding(goingTo key: Key) -> KeyBinding? { goingTo[key] }

    /// The keys that open a screen, one after the other.
    func keys(opening id: ScreenID) -> [Key] {
        bindings.first { $0.command == .screen(id) }?.presses ?? []
    }

    /// The top of a screen, by its digit or its name, whatever its case.
    func top(named text: String) -> ScreenID? {
        let name = text.lowercased()
        return tops.first { $0.id.name == name || $0.digit.map { String($0) } == name }?.id
    }

    /// What the words of a view have open in `screen`: something of its own, or of a screen that is reached from all.
    func detail(_ words: [String], in screen: ScreenID) -> AnyDetail? {
        let reached = all.filter { $0.letter == nil }
        for candidate in [self[screen]] + reached {
            if let found = candidate.details?.init(words: words) { return AnyDetail(found) }
        }
        return nil
    }
}

extension ScreenList: Hashable {
    static func == (left: ScreenList, right: ScreenList) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
