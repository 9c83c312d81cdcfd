import Foundation
import JourneyModel

/// Reads a table row by row. Memory is bounded by the longest row (`CSVDialect.maximumRowBytes`), not by the file.
final class CSVReader {
    enum Item {
        /// A row; its fields are had with `field` until the next call of `next`.
        case row(line: Int)
        case reject(Reject)
    }

    /// How much of a row too long to be one is kept as the reject's text.
    static let longestKeptText = 64 * 1024

    private let source: ByteSource
    private let dialect: CSVDialect
    private var scanner: CSVScanner
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var line = 1
    private var rowLine = 1
    private var rowRange = 0..<0
    private var chunk: [UInt8]
    private var expectedCount: Int?

    /// - Throws: `ImportError` where the bytes are UTF-16, or cannot be read.
    init(_ source: ByteSource, dialect: CSVDialect) throws {
        self.source = source
        self.dialect = dialect
        scanner = CSVScanner(dialect)
        chunk = [UInt8](repeating: 0, count: ByteSource.chunkSize)
        let mark = try source.peek(3)
        if mark.starts(with: [0xFF, 0xFE]) || mark.starts(with: [0xFE, 0xFF]) {
            throw ImportError(
                "\(source.name): is UTF-16, which is not read",
                hint: "Convert it first: iconv -f UTF-16 -t UTF-8 FILE | cxm import - …"
            )
        }
        if mark == [0xEF, 0xBB, 0xBF] {
            _ = try chunk.withUnsafeMutableBytes {
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<3]))
            }
        }
    }

    /// From now on a row must have this many fields.
    func expect(fieldCount: Int) {
        expectedCount = fieldCount
    }

    var fieldCount: Int { scanner.fields.count }

    /// Calls `body` with the bytes of the current row's field at `index`, unquoted, in UTF-8.
    @inline(__always)
    func withField<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        let field = scanner.fields[index]
        let range = field.start..<field.start + field.count
        if field.isInScratch {
            return try scanner.scratch.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        return try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    func text(_ index: Int) -> String {
        withField(index) { String(decoding: $0, as: UTF8.self) }
    }

    /// The current row as it stood in the file, without its line end.
    var rawRow: String { text(of: rowRange) }

    /// Whether nothing comes after the current row.
    var isAtLastRow: Bool { isAtEnd && start >= buffer.count }

    /// The next row or reject; nil at the end. Empty lines are passed over.
    func next() throws -> Item? {
        while true {
            guard start < buffer.count || !isAtEnd else { return nil }
            let outcome = buffer.withUnsafeBufferPointer { scanner.scan($0, from: start, isAtEnd: isAtEnd) }
            switch outcome {
            case .incomplete:
                if buffer.count - start > dialect.maximumRowBytes {
                    return .reject(try skipLine(from: start, "the row is longer than \(dialect.maximumRowBytes) bytes"))
                }
                try fill()
            case .malformed(let malformed):
                if let reject = try rejection(malformed) { return .reject(reject) }
            case .row(let end, let next):
                rowRange = start..<end
                rowLine = line
                start = next
                line += 1 + scanner.innerLineBreaks
                if rowRange.isEmpty { continue }
                if let reason = wrong() {
                    return .reject(Reject(line: rowLine, reason: reason, raw: rawRow))
                }
                return .row(line: rowLine)
            }
        }
    }

    /// What is wrong with a row that could be taken apart; nil where nothing is.
    private func wrong() -> String? {
        if let expectedCount, fieldCount != expectedCount {
            return "\(expectedCount) fields expected, as in the header, and \(fieldCount) found"
        }
        guard dialect.encoding == .utf8 else { return nil }
        let isASCII = buffer.withUnsafeBufferPointer { bytes in
            var all: UInt8 = 0
            for index in rowRange { all |= bytes[index] }
            return all < 0x80
        }
        if isASCII { return nil }
        for index in 0..<fieldCount where !withField(index, UTF8Check.isWellFormed) {
            return "field \(index + 1) is not valid UTF-8; is the file in another encoding? Try --encoding latin1"
        }
        return nil
    }

    /// The reject for a broken row, up to the end of the line on which the broken field began; nil where more bytes are
    /// needed to find that end.
    private func rejection(_ malformed: CSVScanner.Malformed) throws -> Reject? {
        let end = buffer.withUnsafeBufferPointer { CSVReader.lineEnd($0, from: malformed.fieldStart, isAtEnd: isAtEnd) }
        let opened = buffer.withUnsafeBufferPointer {
            line + CSVScanner.lineBreaks($0, start..<malformed.fieldStart)
        }
        let field = "field \(malformed.fieldNumber)"
        let reason =
            switch malformed.reason {
            case .unclosedQuote: "the quote opened on line \(opened) (\(field)) is never closed"
            case .textAfterQuote: "text after the closing quote of \(field), which began on line \(opened)"
            case .fieldTooLong:
                "\(field), which began on line \(opened), is longer than \(dialect.maximumFieldBytes) bytes; "
                    + "is a quote not closed?"
            }
        guard let end else {
            if buffer.count - start > dialect.maximumRowBytes { return try skipLine(from: start, reason) }
            try fill()
            return nil
        }
        let reject = Reject(line: line, reason: reason, raw: text(of: start..<end.text))
        start = end.next
        line = opened + 1
        return reject
    }

    /// Rejects everything up to the next line break, without keeping more than the beginning of it.
    private func skipLine(from first: Int, _ reason: String) throws -> Reject {
        let kept = text(of: first..<buffer.count)
        let reject = Reject(line: line, reason: reason, raw: kept)
        while true {
            let end = buffer.withUnsafeBufferPointer { CSVReader.lineEnd($0, from: start, isAtEnd: isAtEnd) }
            if let end {
                start = end.next
                line += 1
                return reject
            }
            start = max(start, buffer.count - 1)
            try fill()
        }
    }

    private func text(of range: Range<Int>) -> String {
        String(decoding: buffer[range.prefix(CSVReader.longestKeptText)], as: UTF8.self)
    }

    /// Appends a chunk, after moving what is still needed to the front.
    private func fill() throws {
        if start > 0 {
            buffer.removeSubrange(..<start)
            start = 0
        }
        let count = try chunk.withUnsafeMutableBytes { try source.read(into: $0) }
        if count == 0 { isAtEnd = true }
        chunk.withUnsafeBytes {
            dialect.encoding.appendUTF8(of: UnsafeRawBufferPointer(rebasing: $0[..<count]), to: &buffer)
        }
    }

    /// Where the line that `start` lies on ends, and where the next begins; nil where that is not yet known.
    private static func lineEnd(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        isAtEnd: Bool
    ) -> (text: Int, next: Int)? {
        var index = start
        while index < bytes.count, bytes[index] != CSVDialect.lineFeed, bytes[index] != CSVDialect.carriageReturn {
            index += 1
        }
        guard index < bytes.count else { return isAtEnd ? (index, index) : nil }
        if bytes[index] == CSVDialect.lineFeed { return (index, index + 1) }
        guard index + 1 < bytes.count || isAtEnd else { return nil }
        let isPair = index + 1 < bytes.count && bytes[index + 1] == CSVDialect.lineFeed
        return (index, index + (isPair ? 2 : 1))
    }
}
