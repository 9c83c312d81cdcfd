/// What a table's bytes mean.
struct CSVDialect: Hashable, Sendable {
    var delimiter: UInt8 = comma
    var encoding: TextEncoding = .utf8
    /// What comes before the line that names the columns, in bytes of the file behind a byte order mark, and in lines.
    var bytesAbove = 0
    var linesAbove = 0
    /// Rows right below the names of the columns that are none.
    var rowsBelow = 0
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
