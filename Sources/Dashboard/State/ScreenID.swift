/// Names a screen. Each is declared beside its screen, and nowhere else is there a list of them but in `Screens`.
public struct ScreenID: Hashable, Sendable {
    /// As the header has it.
    public let title: String

    init(_ title: String) {
        self.title = title
    }

    /// As files and command lines have it.
    public var name: String { title.lowercased() }
}
