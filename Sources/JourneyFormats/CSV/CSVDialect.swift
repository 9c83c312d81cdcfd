/// What a table's bytes mean.
struct CSVDialect: Hashable, Sendable {
    var delimiter: UInt8 = comma
    var encoding: TextEncoding = .utf8
    var maximumFieldBytes = InputBounds.value
    var maximumRowBytes = InputBounds.row

    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let tab = UInt8(ascii: "\t")
    static let bar = UInt8(ascii: "|")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
