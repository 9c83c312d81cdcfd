/// One character as a reader sees it, safe to print, with the columns it covers.
public struct Grapheme: Hashable, Sendable {
    public let text: String
    /// 1 or 2.
    public let width: Int

    init(text: String, width: Int) {
        self.text = text
        self.width = width
    }
}
