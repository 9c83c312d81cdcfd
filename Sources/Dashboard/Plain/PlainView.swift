/// What the dashboard shows, in words to be read one line after the other: no columns, no frames, no signs. It is made of
/// the same state as the cells are.
public struct PlainView: Hashable, Sendable {
    /// Where one is, and how far the figures can be relied on.
    public var head: [String]
    /// The answer on the screen, for a report to write down; nil where something lies over it.
    public var content: Export.Content?
    /// What is said besides, or instead of it.
    public var lines: [String] = []
    /// What a number chooses, from 1 on.
    public var choices: [String] = []
    /// What can be said next.
    public var prompt: String

    init(head: [String], prompt: String) {
        self.head = head
        self.prompt = prompt
    }
}
