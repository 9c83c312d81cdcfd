/// The words of a text of Swift, one after another, without what stands in comments behind two slashes. By bytes, because a
/// pattern over all sources takes a minute.
struct Words: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// - Returns: a word with what stands before it: the last byte that is no space, or 10 where a line has begun between.
    mutating func next() -> (before: UInt8, word: String)? {
        var before = UInt8(ascii: " ")
        while position < bytes.count, !Self.isOfWord(bytes[position]) {
            let byte = bytes[position]
            if byte == UInt8(ascii: "/"), position + 1 < bytes.count, bytes[position + 1] == byte {
                while position < bytes.count, bytes[position] != 10 { position += 1 }
                continue
            }
            if byte != UInt8(ascii: " "), before != 10 { before = byte }
            position += 1
        }
        let start = position
        while position < bytes.count, Self.isOfWord(bytes[position]) { position += 1 }
        return start < position ? (before, String(decoding: bytes[start..<position], as: UTF8.self)) : nil
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
