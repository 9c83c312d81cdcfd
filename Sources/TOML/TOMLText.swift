/// Reading TOML 1.0 (https://toml.io/en/v1.0.0): the only door to it, so that another reader could stand behind it.
public enum TOMLText {
    /// The longest text that is read: settings and mappings are written by people, and the whole is kept in memory.
    public static let maxBytes = 1 << 20
    /// How deep tables and lists may lie in one another.
    public static let maxDepth = 32

    /// The table that a text says.
    ///
    /// - Throws: `TOMLFault` where it is none, with line and column.
    public static func table(_ text: String) throws(TOMLFault) -> TOMLTable { try table(bytes: Array(text.utf8)) }

    /// The table that the bytes of a text say; no bytes do any harm.
    ///
    /// - Throws: `TOMLFault` where they are none, with line and column.
    public static func table(bytes: [UInt8]) throws(TOMLFault) -> TOMLTable {
        if let fault = tooLong(bytes.count) { throw fault }
        if let fault = firstBadByte(bytes) { throw fault }
        var parser = TOMLParser(bytes)
        return try parser.document()
    }

    static func tooLong(_ count: Int) -> TOMLFault? {
        count <= maxBytes ? nil : TOMLFault("the file is longer than \(maxBytes >> 20) MiB", at: nil)
    }

    /// A line break is never a part of another character, so the lines can be looked at one by one.
    static func firstBadByte(_ bytes: [UInt8]) -> TOMLFault? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        return TOMLFault("the text is not UTF-8: save the file as UTF-8", at: TOMLPlace(line: line + 1, column: 1))
    }
}
