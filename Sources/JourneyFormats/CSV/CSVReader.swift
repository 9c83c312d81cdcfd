import Foundation
import JourneyModel

/// Reads a table row by row. Memory is bounded by the longest row (`CSVDialect.maximumRowBytes`), not by the file.
final class CSVReader {
    enum Item {
        /// A row; its fields are had with `field` until the next call of `next`.
        case row(line: Int)
        case reject(Reject)
    }

    private let source: ByteSource
    private let dialect: CSVDialect
    private var rows: CSVRows
    private let buffer = PaddedBytes(capacity: 2 * ByteSource.chunkSize)
    private var isAtEnd = false
    private var chunk: [UInt8]

    /// - Throws: `ImportError` where the bytes are UTF-16, or cannot be read.
    init(_ source: ByteSource, dialect: CSVDialect) throws {
        self.source = source
        self.dialect = dialect
        rows = CSVRows(dialect, firstLine: 1 + dialect.linesAbove)
        chunk = [UInt8](repeating: 0, count: ByteSource.chunkSize)
        let mark = try source.peek(3)
        if mark.starts(with: [0xFF, 0xFE]) || mark.starts(with: [0xFE, 0xFF]) {
            throw ImportError(
                "\(source.name): is UTF-16, which is not read",
                hint: "Convert it first: iconv -f UTF-16 -t UTF-8 FILE | cxm import - …"
            )
        }
        if mark == [0xEF, 0xBB, 0xBF] { try drop(3) }
        try drop(dialect.bytesAbove)
    }

    private func drop(_ count: Int) throws {
        var left = count
        while left > 0 {
            let read = try chunk.withUnsafeMutableBytes {
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<min(left, $0.count)]))
            }
            if read == 0 { return }
            left -= read
        }
    }

    /// Reads on behind the rows below the names of the columns that are none.
    func passOverRowsBelow() throws {
        for _ in 0..<dialect.rowsBelow { _ = try next() }
    }

    /// From now on a row must have this many fields.
    func expect(fieldCount: Int) {
        rows.expectedCount = fieldCount
    }

    var fieldCount: Int { rows.fieldCount }

    /// The bytes of the current row's field at `index`, unquoted, in UTF-8; good until the next call of `next`.
    func field(_ index: Int) -> UnsafeBufferPointer<UInt8> { rows.fields[index].bytes }

    /// The fields of the current row, as many as `fieldCount`; good until the next call of `next`.
    var fields: UnsafePointer<CSVScanner.Field> { rows.fields }

    func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

    /// The current row as it stood in the file, without its line end.
    var rawRow: String { rows.rawRow(region) }

    /// Whether nothing comes after the current row.
    var isAtLastRow: Bool { isAtEnd && rows.position >= buffer.count }

    /// The line that the next row begins on, and what was read of the file from there on, in UTF-8.
    var rest: (line: Int, bytes: [UInt8]) {
        let count = buffer.count - rows.position
        return (rows.line, Array(UnsafeBufferPointer(start: buffer.base + rows.position, count: count)))
    }

    /// The next row or reject; nil at the end. Empty lines are passed over.
    func next() throws -> Item? {
        while true {
            switch rows.next(region) {
            case .row: return .row(line: rows.rowLine)
            case .faulty(let faulty): return .reject(faulty.reject(linesBefore: 0))
            case .end:
                if isAtEnd { return nil }
                try fill()
            }
        }
    }

    private var region: CSVRegion { CSVRegion(buffer, isAtEnd: isAtEnd) }

    /// Appends a chunk, after moving what is still needed to the front.
    private func fill() throws {
        buffer.removeFirst(rows.position)
        rows.position = 0
        let count = try chunk.withUnsafeMutableBytes { try source.read(into: $0) }
        if count == 0 { isAtEnd = true }
        dialect.encoding.appendUTF8(of: chunk[..<count], to: buffer)
    }
}
