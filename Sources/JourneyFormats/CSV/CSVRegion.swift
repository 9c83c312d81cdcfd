/// A part of a table that lies in memory, readable a little beyond its end (`PaddedBytes`).
struct CSVRegion {
    let base: UnsafePointer<UInt8>
    let count: Int
    /// Rows that begin at or after it belong to the next part; the byte there is known all the same, because a carriage
    /// return and the line feed after it are one line end.
    let limit: Int
    /// Nothing comes after this part.
    let isAtEnd: Bool
    /// Every byte is ASCII: no field need be looked at for its encoding.
    let isASCII: Bool

    init(_ bytes: PaddedBytes, limit: Int? = nil, isAtEnd: Bool, isASCII: Bool = false) {
        base = UnsafePointer(bytes.base)
        count = bytes.count
        self.limit = limit ?? bytes.count
        self.isAtEnd = isAtEnd
        self.isASCII = isASCII
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    /// Line breaks of any kind in `range`; CR LF is one.
    func lineBreaks(_ range: Range<Int>) -> Int {
        var found = 0
        var wasReturn = false
        for index in range {
            let byte = base[index]
            if byte == CSVDialect.carriageReturn || (byte == CSVDialect.lineFeed && !wasReturn) { found += 1 }
            wasReturn = byte == CSVDialect.carriageReturn
        }
        return found
    }

    /// Where the line that `start` lies on ends, and where the next begins, as far as that is known.
    func lineEnd(from start: Int) -> (text: Int, next: Int?)? {
        var index = start
        while index < count, base[index] != CSVDialect.lineFeed, base[index] != CSVDialect.carriageReturn { index += 1 }
        guard index < count else { return isAtEnd ? (index, index) : nil }
        if base[index] == CSVDialect.lineFeed { return (index, index + 1) }
        guard index + 1 < count || isAtEnd else { return (index, nil) }
        let isPair = index + 1 < count && base[index + 1] == CSVDialect.lineFeed
        return (index, index + (isPair ? 2 : 1))
    }

    func isASCII(_ range: Range<Int>) -> Bool {
        var all: UInt8 = 0
        for index in range { all |= base[index] }
        return all < 0x80
    }
}
