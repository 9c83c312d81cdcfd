/// What a table's bytes mean.
struct CSVDialect: Hashable, Sendable {
    var delimiter: UInt8 = comma
    var encoding: TextEncoding = .utf8
    /// No field may be longer, so that a quote that is never closed cannot take the rest of a big file with it.
    var maximumFieldBytes = 1 << 20
    /// Bounds the memory that one row takes.
    var maximumRowBytes = 8 << 20

    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let tab = UInt8(ascii: "\t")
    static let bar = UInt8(ascii: "|")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
