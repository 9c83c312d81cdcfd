/// The file by which an index folder is known as one that this program has made, and of which store.
enum IndexMark {
    static let name = "mark"
    private static let heading = "cxm index 1"
    private static let label = "store "

    static func bytes(of store: UInt64) -> [UInt8] {
        let note = "Made by cxm from the store beside it or named like it. It may be deleted at any time."
        return Array("\(heading)\n\(label)\(String(store, radix: 16))\n\(note)\n".utf8)
    }

    /// The store that it names; nil where it is no such file.
    static func store(_ bytes: [UInt8]) -> UInt64? {
        let lines = String(decoding: bytes.prefix(256), as: UTF8.self).split(separator: "\n")
        guard lines.count >= 2, lines[0] == heading, lines[1].hasPrefix(label) else { return nil }
        return UInt64(lines[1].dropFirst(label.count), radix: 16)
    }
}
