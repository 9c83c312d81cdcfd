/// A set of numbers below a bound.
struct BitSet {
    private var words: [UInt64]
    private(set) var count = 0

    init(count: Int) {
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    /// `index` is not in the set yet.
    mutating func insert(_ index: Int) {
        words[index / 64] |= 1 << UInt64(index % 64)
        count += 1
    }

    @inline(__always)
    func contains(_ index: Int) -> Bool { words[index / 64] & (1 << UInt64(index % 64)) != 0 }
}
