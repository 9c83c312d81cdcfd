import Foundation

/// Gives out one string for the same bytes again and again, so that a column of few distinct values costs few
/// allocations. Has a fixed size: what no longer fits replaces what lies in its place.
struct StringCache {
    private static let size = 512
    /// Strings up to this length are kept in place by the runtime and need no cache.
    private static let inlineLength = 15
    private var slots = [String](repeating: "", count: size)

    mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.count > StringCache.inlineLength else { return String(decoding: bytes, as: UTF8.self) }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let slot = Int(hash >> 32) & (StringCache.size - 1)
        let isSame = slots[slot].utf8.withContiguousStorageIfAvailable { known in
            guard known.count == bytes.count, let left = known.baseAddress, let right = bytes.baseAddress else {
                return false
            }
            return memcmp(left, right, bytes.count) == 0
        }
        if isSame == true { return slots[slot] }
        let string = String(decoding: bytes, as: UTF8.self)
        slots[slot] = string
        return string
    }
}
