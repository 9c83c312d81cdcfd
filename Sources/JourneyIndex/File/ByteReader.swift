/// Reads what `ByteWriter` wrote. Bytes that end too early or make no sense are an error, never a crash.
struct ByteReader {
    struct Malformed: Error {}

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// How many bytes are left.
    var rest: Int { bytes.count - offset }

    mutating func take<Word: FixedWidthInteger>(_ type: Word.Type = Word.self) throws(Malformed) -> Word {
        let size = MemoryLayout<Word>.size
        guard bytes.count - offset >= size else { throw Malformed() }
        defer { offset += size }
        return Word(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Word.self))
    }

    mutating func flag() throws(Malformed) -> Bool { try take(UInt8.self) != 0 }

    /// A count of things of at least one byte each: never more than there are bytes.
    mutating func count() throws(Malformed) -> Int {
        let count = Int(try take(UInt32.self))
        guard count <= bytes.count - offset else { throw Malformed() }
        return count
    }

    mutating func text() throws(Malformed) -> String {
        let count = try count()
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }

    mutating func optional<Value>(_ read: (inout ByteReader) throws -> Value) throws -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func all<Element>(_ read: (inout ByteReader) throws -> Element) throws -> [Element] {
        let count = try count()
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }
}
