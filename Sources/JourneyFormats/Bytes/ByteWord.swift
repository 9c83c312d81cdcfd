/// Eight bytes as one number, the first in the lowest place, and questions put to all of them at once.
enum ByteWord {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let tops: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// `byte` in every place.
    @inline(__always)
    static func filled(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

    /// The top bit of each byte that is zero; places above the first such byte may be marked wrongly.
    @inline(__always)
    static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }

    /// The top bit of each byte that is zero, and of no other.
    @inline(__always)
    static func exactZeros(_ word: UInt64) -> UInt64 { ~(((word & ~tops) &+ ~tops) | word) & tops }

    /// The top bit of each byte below 16, among them the line breaks; places above the first such byte may be marked
    /// wrongly.
    @inline(__always)
    static func controls(_ word: UInt64) -> UInt64 { (word &- filled(16)) & ~word & tops }

    /// The place of the first marked byte.
    @inline(__always)
    static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }

    /// The first `count` bytes, at most eight, and zeros for the rest.
    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>, first count: Int) -> UInt64 {
        count >= 8 ? load(bytes) : load(bytes) & ((1 << UInt64(count &* 8)) &- 1)
    }
}
