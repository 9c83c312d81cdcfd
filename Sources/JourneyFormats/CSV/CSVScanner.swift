import Foundation

/// Finds the fields of one row in a buffer (RFC 4180, and what files in the wild do besides: `\n` or `\r` alone end a
/// row, and a quote inside an unquoted field is a character like any other).
struct CSVScanner {
    struct Field {
        var start: Int
        var count: Int
        /// The field held doubled quotes; its text, with single ones, lies in `scratch`.
        var isInScratch: Bool
    }

    enum Outcome {
        /// The row ends before `end`; the next begins at `next`.
        case row(end: Int, next: Int)
        /// More bytes are needed to tell.
        case incomplete
        case malformed(Malformed)
    }

    /// Where a row is broken, and the line to go on after: the one where the broken field began. A quote that is not
    /// closed then costs that one line and not those after it.
    struct Malformed {
        var reason: Reason
        var fieldStart: Int
        var fieldNumber: Int
    }

    enum Reason { case unclosedQuote, textAfterQuote, fieldTooLong }

    let delimiter: UInt8
    let maximumFieldBytes: Int
    private(set) var fields: [Field] = []
    private(set) var scratch: [UInt8] = []
    /// Line breaks inside quoted fields of the row just found.
    private(set) var innerLineBreaks = 0

    init(_ dialect: CSVDialect) {
        delimiter = dialect.delimiter
        maximumFieldBytes = dialect.maximumFieldBytes
    }

    /// Reads the row that begins at `start`; `bytes` ends where the data known so far end.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        scratch.removeAll(keepingCapacity: true)
        innerLineBreaks = 0
        var position = start
        while true {
            let fieldStart = position
            if position < bytes.count, bytes[position] == CSVDialect.quote {
                switch quoted(bytes, from: position, isAtEnd: isAtEnd) {
                case .closed(let after): position = after
                case .incomplete: return .incomplete
                case .malformed(let reason): return malformed(reason, at: fieldStart)
                }
                if position < bytes.count, !isSeparator(bytes[position]) {
                    return malformed(.textAfterQuote, at: fieldStart)
                }
            } else {
                while position < bytes.count, !isSeparator(bytes[position]) { position += 1 }
                if position - fieldStart > maximumFieldBytes { return malformed(.fieldTooLong, at: fieldStart) }
                fields.append(Field(start: fieldStart, count: position - fieldStart, isInScratch: false))
            }
            guard position < bytes.count else { return isAtEnd ? .row(end: position, next: position) : .incomplete }
            let separator = bytes[position]
            if separator == delimiter {
                position += 1
            } else if separator == CSVDialect.lineFeed {
                return .row(end: position, next: position + 1)
            } else {
                guard position + 1 < bytes.count || isAtEnd else { return .incomplete }
                let isPair = position + 1 < bytes.count && bytes[position + 1] == CSVDialect.lineFeed
                return .row(end: position, next: position + (isPair ? 2 : 1))
            }
        }
    }

    private enum Quoted {
        case closed(after: Int)
        case incomplete
        case malformed(Reason)
    }

    private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool) -> Quoted {
        let content = start + 1
        var copied = content
        let scratchStart = scratch.count
        var position = content
        var hasDoubled = false
        while true {
            guard let quote = CSVScanner.find(CSVDialect.quote, in: bytes, from: position) else {
                if bytes.count - content > maximumFieldBytes { return .malformed(.fieldTooLong) }
                return isAtEnd ? .malformed(.unclosedQuote) : .incomplete
            }
            if quote - content > maximumFieldBytes { return .malformed(.fieldTooLong) }
            guard quote + 1 < bytes.count || isAtEnd else { return .incomplete }
            if quote + 1 < bytes.count, bytes[quote + 1] == CSVDialect.quote {
                hasDoubled = true
                scratch.append(contentsOf: bytes[copied...quote])
                position = quote + 2
                copied = position
                continue
            }
            if hasDoubled {
                scratch.append(contentsOf: bytes[copied..<quote])
                fields.append(Field(start: scratchStart, count: scratch.count - scratchStart, isInScratch: true))
            } else {
                fields.append(Field(start: content, count: quote - content, isInScratch: false))
            }
            innerLineBreaks += CSVScanner.lineBreaks(bytes, content..<quote)
            return .closed(after: quote + 1)
        }
    }

    private func malformed(_ reason: Reason, at fieldStart: Int) -> Outcome {
        let number = reason == .textAfterQuote ? fields.count : fields.count + 1
        return .malformed(Malformed(reason: reason, fieldStart: fieldStart, fieldNumber: number))
    }

    private func isSeparator(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == CSVDialect.lineFeed || byte == CSVDialect.carriageReturn
    }

    /// The first `byte` at or after `start`.
    static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Line breaks of any kind in `range`; CR LF is one.
    static func lineBreaks(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        var wasReturn = false
        for index in range {
            let byte = bytes[index]
            if byte == CSVDialect.carriageReturn || (byte == CSVDialect.lineFeed && !wasReturn) { count += 1 }
            wasReturn = byte == CSVDialect.carriageReturn
        }
        return count
    }
}
