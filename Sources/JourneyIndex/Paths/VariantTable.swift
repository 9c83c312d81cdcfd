/// Distinct sequences of codes and how often each came, by open addressing on a hash of the sequence; sequences are
/// compared code by code, so that two that share a hash stay two.
struct VariantTable: Sendable {
    struct Variant: Sendable {
        /// Where its codes are in `codes`.
        var start: Int
        var length: Int
        var hash: UInt64
        var count: Int
    }

    private(set) var codes: [Int32] = []
    private(set) var variants: [Variant] = []
    /// Indices into `variants`, -1 where free; the size is a power of two, at most half full.
    private var slots: [Int32] = Array(repeating: -1, count: 1024)

    func path(_ variant: Variant) -> ArraySlice<Int32> {
        codes[variant.start..<(variant.start + variant.length)]
    }

    /// Adds `count` occurrences of `path`; returns the variant's index.
    mutating func add(_ path: ArraySlice<Int32>, count: Int = 1) -> Int {
        let hash = VariantTable.hash(path)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            let known = variants[index]
            if known.hash == hash, known.length == path.count, self.path(known).elementsEqual(path) {
                variants[index].count += count
                return index
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(truncatingIfNeeded: variants.count)
        variants.append(Variant(start: codes.count, length: path.count, hash: hash, count: count))
        codes += path
        if variants.count * 2 > slots.count { grow() }
        return variants.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, variant) in variants.enumerated() {
            var slot = Int(truncatingIfNeeded: variant.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index)
        }
    }

    /// FNV-1a over whole codes, mixed at the end so that the low bits depend on all of it.
    private static func hash(_ path: ArraySlice<Int32>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for code in path { hash = (hash ^ UInt64(UInt32(bitPattern: code))) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
        return hash ^ (hash >> 29)
    }
}
