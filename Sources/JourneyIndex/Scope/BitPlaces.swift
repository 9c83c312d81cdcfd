/// The events of a range that are in a mask, one after another.
struct BitPlaces {
    private let words: UnsafePointer<UInt64>
    private let last: Int
    private let lastBits: UInt64
    private var word: Int
    private var bits: UInt64

    /// Nil where the range is empty, or the mask keeps all and has no bits.
    @inline(__always)
    init?(_ mask: EventMask, _ range: Range<Int>) {
        guard let words = mask.words, !range.isEmpty else { return nil }
        self.words = words
        last = (range.upperBound &- 1) >> 6
        lastBits = .max >> UInt64(63 &- (range.upperBound &- 1) & 63)
        word = range.lowerBound >> 6
        bits = words[word] & (.max << UInt64(range.lowerBound & 63))
        if word == last { bits &= lastBits }
    }

    /// The next event's position; nil after the last.
    @inline(__always)
    mutating func next() -> Int? {
        while bits == 0 {
            if word == last { return nil }
            word &+= 1
            bits = word == last ? words[word] & lastBits : words[word]
        }
        let position = word << 6 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        return position
    }
}
