/// The words that stand for no value.
struct MissingWords {
    private let words: [[UInt8]]

    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }
    }

    @inline(__always)
    func matches(_ field: CSVScanner.Field) -> Bool {
        field.count == 0 || (!words.isEmpty && matches(field.bytes))
    }

    func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.isEmpty { return true }
        if words.isEmpty { return false }
        return words.contains { $0.elementsEqual(bytes) }
    }
}
