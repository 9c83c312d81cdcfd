/// Something that whoever imports a file should know of it.
public struct ImportNote: Hashable, Sendable {
    /// The kind of note, for programs; never changed.
    public var id: String
    /// A short plain sentence.
    public var text: String
    /// How often it was so; nil where it is nothing that is counted.
    public var count: Int?

    public init(_ id: String, _ text: String, count: Int? = nil) {
        self.id = id
        self.text = text
        self.count = count
    }
}
