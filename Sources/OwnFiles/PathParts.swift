/// A path as the folder that something is in, and its name there.
public struct PathParts: Hashable, Sendable {
    public var folder: String
    public var name: String

    /// Nil where the path names no more than a folder: `/`, `..`.
    public init?(_ path: String) {
        var path = path[...]
        while path.count > 1, path.last == "/" { path.removeLast() }
        let slash = path.lastIndex(of: "/")
        name = String(slash.map { path[path.index(after: $0)...] } ?? path)
        guard !name.isEmpty, name != ".", name != ".." else { return nil }
        let before = slash.map { path[..<$0] } ?? "."
        folder = before.isEmpty ? "/" : String(before)
    }
}
