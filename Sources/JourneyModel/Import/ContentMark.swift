/// What tells the bytes of one file from those of any other: those that are imported, unpacked where they were packed.
public struct ContentMark: Hashable, Sendable {
    /// How many.
    public var bytes: Int
    public var hash: UInt64

    public init(bytes: Int, hash: UInt64) {
        self.bytes = bytes
        self.hash = hash
    }
}

/// What an import of a file is known by: its bytes, and how they were read.
public struct ImportMark: Hashable, Sendable {
    public var content: ContentMark
    /// The same for mappings that make the same of a file.
    public var mapping: UInt64

    public init(content: ContentMark, mapping: UInt64) {
        self.content = content
        self.mapping = mapping
    }
}
