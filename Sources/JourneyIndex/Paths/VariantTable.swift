/// Distinct sequences of codes and how often each came, by open addressing on a hash of the sequence; sequences are
/// compared code by code, so that two that share a hash stay two.
struct VariantTable: Sendable {
    /// Small, because there may be nearly as many as subjects: rows of an index have numbers of 32 bits, and so have these.
    struct Variant: BitwiseCopyable, Sendable {
        fileprivate var start: UInt32
        fileprivate var size: UInt32
        fileprivate var hash: UInt32
        fileprivate var times: UInt32

        var length: Int { Int(size) }
        var count: Int { Int(times) }
        /// Where its codes are in `codes`.
        var range: Range<Int> { Int(start)..<Int(start) + Int(size) }
    }

    private(set) var codes: [Int32] = []
    private(set) var variants: [Variant] = []
    /// Indices into `variants`, -1 where free; the size is a power of two, at most half full.
    private var slots: [Int32] = Array(repeating: -1, count: 1024)

    func path(_ variant: Variant) -> ArraySlice<Int32> {
        codes[variant.range]
    }

    /// Adds `count` occurrences of `path`; returns the variant's index.
    mutating func add(_ path: ArraySlice<Int32>, count: Int = 1) -> Int32 {
        let hash = VariantTable.hash(path)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = slots[slot]
            let known = variants[Int(index)]
            if known.hash == hash, known.length == path.count, self.path(known).elementsEqual(path) {
                variants[Int(index)].times += UInt32(count)
                return index
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let index = Int32(variants.count)
        slots[slot] = index
        variants.append(
            Variant(start: UInt32(codes.count), size: UInt32(path.count), hash: hash, times: UInt32(count))
        )
        codes += path
        if variants.count * 2 > slots.count { grow() }
        return index
    }

    /// Ends it: nothing is added or looked for any more, and what that takes is given back. Codes become what stands in
    /// `numbers` behind them, where -1 comes first.
    mutating func close(_ numbers: [Int32]) {
        slots = []
        codes.withUnsafeMutableBufferPointer { codes in
            for place in codes.indices { codes[place] = numbers[Int(codes[place]) + 1] }
        }
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
    private static func hash(_ path: ArraySlice<Int32>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for code in path { hash = (hash ^ UInt64(UInt32(bitPattern: code))) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 29))
    }
}
