/// Finds the fields of one row (RFC 4180, and what files in the wild do besides: `\n` or `\r` alone end a row, and a quote
/// inside an unquoted field is a character like any other).
struct CSVScanner: ~Copyable {
    /// The bytes of a field, unquoted; readable a little beyond their end.
    struct Field {
        var base: UnsafePointer<UInt8>
        var count: Int

        var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
        var string: String { String(decoding: bytes, as: UTF8.self) }
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
        /// How many bytes of the region had to be known to tell.
        var known: Int
    }

    enum Reason { case unclosedQuote, textAfterQuote, fieldTooLong }

    private let delimiter: UInt8
    private let maximumFieldBytes: Int
    private(set) var fields: UnsafeMutablePointer<Field>
    private(set) var fieldCount = 0
    private var capacity = 64
    /// Line breaks inside quoted fields of the row just found.
    private(set) var innerLineBreaks = 0
    /// Fields with doubled quotes, and their texts with single ones.
    private var doubled: [Int] = []
    private var scratch = PaddedBytes(capacity: 0)

    init(_ dialect: CSVDialect) {
        delimiter = dialect.delimiter
        maximumFieldBytes = dialect.maximumFieldBytes
        fields = .allocate(capacity: capacity)
    }

    deinit { fields.deallocate() }

    /// Reads the row that begins at `start`. Its fields hold until the next call, and as long as the region's bytes do.
    mutating func scan(_ region: CSVRegion, from start: Int) -> Outcome {
        fieldCount = 0
        innerLineBreaks = 0
        if !doubled.isEmpty { doubled.removeAll(keepingCapacity: true) }
        let base = region.base
        let count = region.count
        var position = start
        while true {
            let fieldStart = position
            if fieldCount == capacity { grow() }
            if position < count, base[position] == CSVDialect.quote {
                switch quoted(region, from: position) {
                case .closed(let after): position = after
                case .incomplete: return .incomplete
                case .malformed(let reason, let known): return malformed(reason, at: fieldStart, known)
                }
                if position < count, !isSeparator(base[position]) {
                    return malformed(.textAfterQuote, at: fieldStart, position + 1)
                }
            } else {
                position = separator(base, from: position, count)
                if position - fieldStart > maximumFieldBytes {
                    return malformed(.fieldTooLong, at: fieldStart, fieldStart + maximumFieldBytes + 1)
                }
                fields[fieldCount] = Field(base: base + fieldStart, count: position - fieldStart)
                fieldCount += 1
            }
            if position < count, base[position] == delimiter {
                position += 1
                continue
            }
            return rowEnd(region, at: position)
        }
    }

    private mutating func rowEnd(_ region: CSVRegion, at position: Int) -> Outcome {
        var next = position
        if position >= region.count {
            if !region.isAtEnd { return .incomplete }
        } else if region.base[position] == CSVDialect.lineFeed {
            next = position + 1
        } else {
            guard position + 1 < region.count || region.isAtEnd else { return .incomplete }
            let isPair = position + 1 < region.count && region.base[position + 1] == CSVDialect.lineFeed
            next = position + (isPair ? 2 : 1)
        }
        if !doubled.isEmpty { undouble() }
        return .row(end: position, next: next)
    }

    private enum Quoted {
        case closed(after: Int)
        case incomplete
        case malformed(Reason, known: Int)
    }

    @inline(__always)
    private mutating func quoted(_ region: CSVRegion, from start: Int) -> Quoted {
        let base = region.base
        let content = start + 1
        var position = content
        var hasDoubled = false
        var controls: UInt64 = 0
        while true {
            let quote = closingQuote(base, from: position, region.count, &controls)
            if quote - content > maximumFieldBytes {
                return .malformed(.fieldTooLong, known: content + maximumFieldBytes + 1)
            }
            if quote >= region.count {
                return region.isAtEnd ? .malformed(.unclosedQuote, known: region.count + 1) : .incomplete
            }
            guard quote + 1 < region.count || region.isAtEnd else { return .incomplete }
            if quote + 1 < region.count, base[quote + 1] == CSVDialect.quote {
                hasDoubled = true
                position = quote + 2
                continue
            }
            if hasDoubled { doubled.append(fieldCount) }
            fields[fieldCount] = Field(base: base + content, count: quote - content)
            fieldCount += 1
            if controls != 0 { innerLineBreaks += region.lineBreaks(content..<quote) }
            return .closed(after: quote + 1)
        }
    }

    /// The first quote at or after `start`, `count` where there is none; `controls` becomes other than zero where a line
    /// break may come before it.
    @inline(__always)
    private func closingQuote(
        _ base: UnsafePointer<UInt8>,
        from start: Int,
        _ count: Int,
        _ controls: inout UInt64
    ) -> Int {
        let pattern = ByteWord.filled(CSVDialect.quote)
        var position = start
        while position < count {
            let word = ByteWord.load(base + position)
            let quotes = ByteWord.zeros(word ^ pattern)
            if quotes != 0 {
                // Only what comes before the quote.
                controls |= ByteWord.controls(word) & (quotes &- 1) & ~quotes
                return min(position + ByteWord.first(quotes), count)
            }
            controls |= ByteWord.controls(word)
            position += 8
        }
        return count
    }

    /// The first delimiter or line break at or after `start`, `count` where there is none.
    @inline(__always)
    private func separator(_ base: UnsafePointer<UInt8>, from start: Int, _ count: Int) -> Int {
        let pattern = ByteWord.filled(delimiter)
        var position = start
        while position < count {
            let word = ByteWord.load(base + position)
            let marks = ByteWord.zeros(word ^ pattern) | ByteWord.controls(word)
            if marks == 0 {
                position += 8
                continue
            }
            position += ByteWord.first(marks)
            if position >= count { return count }
            if isSeparator(base[position]) { return position }
            position += 1
        }
        return min(position, count)
    }

    @inline(__always)
    private func isSeparator(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == CSVDialect.lineFeed || byte == CSVDialect.carriageReturn
    }

    private func malformed(_ reason: Reason, at fieldStart: Int, _ known: Int) -> Outcome {
        let number = reason == .textAfterQuote ? fieldCount : fieldCount + 1
        return .malformed(Malformed(reason: reason, fieldStart: fieldStart, fieldNumber: number, known: known))
    }

    /// Puts the texts of fields with doubled quotes into `scratch`, which must not move while they are needed.
    private mutating func undouble() {
        scratch.removeAll()
        scratch.reserve(doubled.reduce(0) { $0 + fields[$1].count })
        for index in doubled {
            let field = fields[index]
            let target = scratch.base + scratch.count
            var length = 0
            var position = 0
            while position < field.count {
                let byte = field.base[position]
                target[length] = byte
                length += 1
                position += byte == CSVDialect.quote ? 2 : 1
            }
            scratch.didAppend(length)
            fields[index] = Field(base: UnsafePointer(target), count: length)
        }
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Field>.allocate(capacity: capacity * 2)
        larger.update(from: fields, count: fieldCount)
        fields.deallocate()
        fields = larger
        capacity *= 2
    }
}
