/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
    /// The file being read.
    public var name: String
    /// Its number, from 0, and how many there are.
    public var fileIndex: Int
    public var fileCount: Int
    /// Bytes of it read, as it lies on disk.
    public var bytesRead: Int
    /// Its size on disk; nil where that is not known, as for a pipe.
    public var totalBytes: Int?
    /// Rows of it read.
    public var rows: Int
}
