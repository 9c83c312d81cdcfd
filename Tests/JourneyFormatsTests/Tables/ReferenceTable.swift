import JourneyModel

@testable import JourneyFormats

/// Reads a whole table from memory byte by byte, with a list of bytes for each field: slow, and easy to see through.
struct ReferenceTable {
    struct Row {
        var line: Int
        var raw: String
        var fields: [[UInt8]]
    }

    private enum Fault { case unclosedQuote, textAfterQuote, fieldTooLong }

    private(set) var rows: [Row] = []
    private(set) var rejects: [Reject] = []
    private let bytes: [UInt8]
    private let dialect: CSVDialect
    private var position = 0

    /// The first row is the header and is not kept.
    init(_ bytes: [UInt8], dialect: CSVDialect) {
        self.bytes = bytes
        self.dialect = dialect
        var header: Int?
        while position < bytes.count {
            guard let row = row() else { continue }
            guard let count = header else {
                header = row.fields.count
                continue
            }
            if row.fields.count != count {
                reject(row, "\(count) fields expected, as in the header, and \(row.fields.count) found")
            } else if let wrong = row.fields.firstIndex(where: { String(validating: $0, as: UTF8.self) == nil }) {
                let hint = "is the file in another encoding? Try --encoding windows-1252"
                reject(row, "field \(wrong + 1) is not valid UTF-8; \(hint)")
            } else {
                rows.append(row)
            }
        }
    }

    private mutating func reject(_ row: Row, _ reason: String) {
        rejects.append(Reject(line: row.line, reason: reason, raw: row.raw))
    }

    /// The row at `position`, which moves on; nil for an empty line, and where the row is rejected.
    private mutating func row() -> Row? {
        let start = position
        let line = line(of: start)
        var fields: [[UInt8]] = []
        var index = start
        while true {
            let fieldStart = index
            var field: [UInt8] = []
            if byte(index) == CSVDialect.quote {
                index += 1
                while true {
                    if index - fieldStart - 1 > dialect.maximumFieldBytes {
                        let known = fieldStart + 2 + dialect.maximumFieldBytes
                        return broken(start, fieldStart, fields.count + 1, .fieldTooLong, known)
                    }
                    guard let byte = byte(index) else {
                        return broken(start, fieldStart, fields.count + 1, .unclosedQuote, bytes.count + 1)
                    }
                    index += 1
                    if byte != CSVDialect.quote {
                        field.append(byte)
                    } else if self.byte(index) == CSVDialect.quote {
                        field.append(byte)
                        index += 1
                    } else {
                        break
                    }
                }
                fields.append(field)
                if let byte = byte(index), !isSeparator(byte) {
                    return broken(start, fieldStart, fields.count, .textAfterQuote, index + 1)
                }
            } else {
                while let byte = byte(index), !isSeparator(byte) {
                    field.append(byte)
                    index += 1
                }
                if field.count > dialect.maximumFieldBytes {
                    let known = fieldStart + 1 + dialect.maximumFieldBytes
                    return broken(start, fieldStart, fields.count + 1, .fieldTooLong, known)
                }
                fields.append(field)
            }
            if byte(index) != dialect.delimiter { break }
            index += 1
        }
        if index - start > dialect.maximumRowBytes { return tooLong(start) }
        position = afterLineEnd(index)
        return index == start ? nil : Row(line: line, raw: text(start..<index), fields: fields)
    }

    private mutating func broken(_ start: Int, _ field: Int, _ number: Int, _ fault: Fault, _ known: Int) -> Row? {
        if known - start > dialect.maximumRowBytes + 2 { return tooLong(start) }
        let opened = line(of: field)
        let reason =
            switch fault {
            case .unclosedQuote: "the quote opened on line \(opened) (field \(number)) is never closed"
            case .textAfterQuote: "text after the closing quote of field \(number), which began on line \(opened)"
            case .fieldTooLong:
                "field \(number), which began on line \(opened), is longer than \(dialect.maximumFieldBytes) bytes; "
                    + "is a quote not closed?"
            }
        let end = lineEnd(field)
        if end - start > dialect.maximumRowBytes { return tooLong(start, reason) }
        rejects.append(Reject(line: line(of: start), reason: reason, raw: text(start..<end)))
        position = afterLineEnd(end)
        return nil
    }

    private mutating func tooLong(_ start: Int, _ reason: String? = nil) -> Row? {
        let end = min(bytes.count, start + dialect.maximumRowBytes)
        let why = reason ?? "the row is longer than \(dialect.maximumRowBytes) bytes"
        rejects.append(Reject(line: line(of: start), reason: why, raw: text(start..<end)))
        position = afterLineEnd(lineEnd(start))
        return nil
    }

    private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private func isSeparator(_ byte: UInt8) -> Bool { byte == dialect.delimiter || isBreak(byte) }

    private func isBreak(_ byte: UInt8) -> Bool {
        byte == CSVDialect.lineFeed || byte == CSVDialect.carriageReturn
    }

    private func lineEnd(_ start: Int) -> Int { bytes[start...].firstIndex(where: isBreak) ?? bytes.count }

    private func afterLineEnd(_ end: Int) -> Int {
        if byte(end) == CSVDialect.carriageReturn, byte(end + 1) == CSVDialect.lineFeed { return end + 2 }
        return min(end + 1, bytes.count)
    }

    private func line(of index: Int) -> Int {
        var line = 1
        var place = 0
        while place < index {
            if isBreak(bytes[place]) {
                line += 1
                place = afterLineEnd(place)
            } else {
                place += 1
            }
        }
        return line
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
