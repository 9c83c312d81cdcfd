/// SQLite's numbers of one to nine bytes (fileformat2, "A variable-length integer").
enum Varint {
    @inline(__always)
    static func size(_ value: UInt64) -> Int {
        if value < 0x80 { return 1 }
        return value >> 56 != 0 ? 9 : (64 - value.leadingZeroBitCount + 6) / 7
    }

    /// - Returns: how many bytes it took.
    @inline(__always)
    static func write(_ value: UInt64, to bytes: UnsafeMutableRawPointer) -> Int {
        if value < 0x80 {
            bytes.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
            return 1
        }
        return writeLong(value, to: bytes)
    }

    private static func writeLong(_ value: UInt64, to bytes: UnsafeMutableRawPointer) -> Int {
        let size = size(value)
        var rest = value
        var place = size - 1
        if size == 9 {
            // The ninth byte has eight bits of the number, all others seven.
            bytes.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: 8, as: UInt8.self)
            rest >>= 8
            place = 7
        }
        var more: UInt8 = size == 9 ? 0x80 : 0
        while place >= 0 {
            bytes.storeBytes(of: UInt8(truncatingIfNeeded: rest & 0x7F) | more, toByteOffset: place, as: UInt8.self)
            more = 0x80
            rest >>= 7
            place -= 1
        }
        return size
    }
}
