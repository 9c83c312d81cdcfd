/// Builds what the index keeps besides columns: numbers with the least byte first, texts with their length before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put<Word: FixedWidthInteger>(_ word: Word) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func put(_ text: String) {
        let utf8 = text.utf8
        put(UInt32(utf8.count))
        bytes.append(contentsOf: utf8)
    }

    /// A value that may be missing, after a byte that says whether it is.
    mutating func put<Value>(optional value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        put(value != nil)
        if let value { write(&self, value) }
    }

    mutating func put<Elements: Collection>(
        all elements: Elements,
        _ write: (inout ByteWriter, Elements.Element) -> Void
    ) {
        put(UInt32(elements.count))
        for element in elements { write(&self, element) }
    }
}
