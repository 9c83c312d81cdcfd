import Foundation

/// A part of a table, cut where a row seems to begin.
final class TableChunk: @unchecked Sendable {
    /// From 0, in the order of the file.
    let number: Int
    /// Where it begins in the table, in bytes after the header, in UTF-8.
    let start: Int
    /// Ends with the first byte of the next chunk where there is one.
    let bytes: PaddedBytes
    /// Where the next chunk begins.
    let limit: Int
    let isLast: Bool
    /// How much of the file was read when it was cut, as it lies on disk.
    let consumedBytes: Int

    init(number: Int, start: Int, bytes: PaddedBytes, limit: Int, isLast: Bool, consumedBytes: Int) {
        self.number = number
        self.start = start
        self.bytes = bytes
        self.limit = limit
        self.isLast = isLast
        self.consumedBytes = consumedBytes
    }
}

/// Cuts a table into chunks at line ends that seem to lie outside quotes. It is a guess: whoever puts together what was
/// read of the chunks must see whether each begins where the one before ended.
final class TableChunks {
    private let source: ByteSource
    private let encoding: TextEncoding
    private let size: Int
    /// Bytes that come before those of the source, in UTF-8.
    private var waiting: PaddedBytes
    private var waitingStart = 0
    private var raw: [UInt8] = []
    private var number = 0
    private var start = 0
    private var isAtEnd = false

    /// - Parameters:
    ///   - beginning: what was read of the source already, in UTF-8.
    ///   - size: of a chunk, at least 2.
    init(_ source: ByteSource, encoding: TextEncoding, beginning: [UInt8], size: Int) {
        self.source = source
        self.encoding = encoding
        self.size = max(2, size)
        waiting = PaddedBytes(capacity: beginning.count)
        beginning.withUnsafeBytes(waiting.append)
        if encoding != .utf8 { raw = [UInt8](repeating: 0, count: ByteSource.chunkSize) }
    }

    /// The next chunk, in `bytes`; nil at the end.
    func next(_ bytes: PaddedBytes) throws -> TableChunk? {
        if isAtEnd { return nil }
        bytes.removeAll()
        bytes.reserve(size)
        while bytes.count < size {
            let count = try pull(into: UnsafeMutableRawBufferPointer(rebasing: bytes.tail[..<(size - bytes.count)]))
            if count == 0 {
                isAtEnd = true
                break
            }
            bytes.didAppend(count)
        }
        let limit = isAtEnd ? bytes.count : TableChunks.cut(bytes)
        let chunk = TableChunk(
            number: number,
            start: start,
            bytes: bytes,
            limit: limit,
            isLast: isAtEnd,
            consumedBytes: source.consumedBytes
        )
        if !isAtEnd { putBack(bytes, limit) }
        number += 1
        start += limit
        return chunk
    }

    /// Keeps what lies behind the cut for the next chunk, and the byte after the cut in this one.
    private func putBack(_ bytes: PaddedBytes, _ limit: Int) {
        let rest = PaddedBytes(capacity: bytes.count - limit + waiting.count - waitingStart)
        rest.append(bytes, limit..<bytes.count)
        rest.append(waiting, waitingStart..<waiting.count)
        waiting = rest
        waitingStart = 0
        bytes.removeLast(bytes.count - limit - 1)
    }

    private func pull(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if waitingStart == waiting.count {
            guard encoding != .utf8 else { return try source.read(into: buffer) }
            waiting.removeAll()
            waitingStart = 0
            let count = try raw.withUnsafeMutableBytes { try source.read(into: $0) }
            encoding.appendUTF8(of: raw[..<count], to: waiting)
        }
        let count = min(buffer.count, waiting.count - waitingStart)
        buffer.copyMemory(from: UnsafeRawBufferPointer(start: waiting.base + waitingStart, count: count))
        waitingStart += count
        return count
    }

    /// How far back from its end a chunk is searched for a line end outside quotes.
    private static let longestSearch = 256 * 1024

    /// Where to cut: behind the last line end with an even number of quotes before it, else behind the last line end at
    /// all, else anywhere. At least the last byte is left for the next chunk.
    private static func cut(_ bytes: PaddedBytes) -> Int {
        let base = UnsafePointer(bytes.base)
        var isInQuotes = isOdd(base, bytes.count)
        var lastLine: Int?
        var index = bytes.count - 1
        if base[index] == CSVDialect.quote { isInQuotes.toggle() }
        let lowest = max(0, index - longestSearch)
        while index > lowest {
            let byte = base[index - 1]
            let isReturn = byte == CSVDialect.carriageReturn && base[index] != CSVDialect.lineFeed
            if byte == CSVDialect.lineFeed || isReturn {
                if !isInQuotes { return index }
                lastLine = lastLine ?? index
            }
            if byte == CSVDialect.quote { isInQuotes.toggle() }
            index -= 1
        }
        return lastLine ?? bytes.count - 1
    }

    /// Whether the number of quotes among the first `count` bytes is odd.
    private static func isOdd(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let pattern = ByteWord.filled(CSVDialect.quote)
        // Two quotes in the same place of two words cancel out, which changes nothing about even and odd.
        var marks: UInt64 = 0
        var index = 0
        while index + 8 <= count {
            marks ^= ByteWord.exactZeros(ByteWord.load(base + index) ^ pattern)
            index += 8
        }
        var found = marks.nonzeroBitCount
        while index < count {
            if base[index] == CSVDialect.quote { found += 1 }
            index += 1
        }
        return found & 1 == 1
    }
}
