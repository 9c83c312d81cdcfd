/// The checksum of a block of bytes: four lanes of exclusive or and multiplication by an odd number, each step of which can
/// be undone, so that a change of any one word changes the sum. It runs at memory speed, because every byte of the index
/// is checked before a number is made of it.
public enum BlockSum {
    /// Bytes that share a sum. Columns grow at their end, so only the last block's sum ever changes.
    static let blockSize = 1 << 20

    public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes = (
            UInt64(0x9E37_79B9_7F4A_7C15), UInt64(0xC2B2_AE3D_27D4_EB4F), UInt64(0x1656_67B1_9E37_79F9),
            UInt64(0x27D4_EB2F_1656_67C5)
        )
        let prime: UInt64 = 0xD6E8_FEB8_6659_FD93
        let whole = bytes.count & ~31
        if let base = bytes.baseAddress {
            var offset = 0
            while offset < whole {
                let word = base + offset
                lanes.0 = turned(lanes.0 ^ word.loadUnaligned(as: UInt64.self)) &* prime
                lanes.1 = turned(lanes.1 ^ word.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) &* prime
                lanes.2 = turned(lanes.2 ^ word.loadUnaligned(fromByteOffset: 16, as: UInt64.self)) &* prime
                lanes.3 = turned(lanes.3 ^ word.loadUnaligned(fromByteOffset: 24, as: UInt64.self)) &* prime
                offset += 32
            }
        }
        var sum = UInt64(bytes.count)
        for index in whole..<bytes.count { sum = (turned(sum) ^ UInt64(bytes[index])) &* prime }
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = mixed(turned(sum) ^ lane) }
        return sum
    }

    @inline(__always)
    private static func turned(_ value: UInt64) -> UInt64 { value << 29 | value >> 35 }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let once = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return once ^ (once >> 31)
    }
}
