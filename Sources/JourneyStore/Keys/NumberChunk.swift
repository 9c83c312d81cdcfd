/// Which of 65,536 numbers in a row belong to a set: few as a sorted array, many as a bit each.
final class NumberChunk {
    /// How the store keeps a chunk: in the form that takes the fewest bytes. Two bytes a number, the lower one first.
    enum Form: String {
        /// The first and the last number of each stretch without a gap, both in the chunk.
        case ranges
        case numbers
        /// A bit a number, the lowest first.
        case bits
    }

    static let bits: Int64 = 16
    private static let size = 1 << bits
    /// Beyond this many the bits take less memory.
    private static let mostSorted = 4096
    private static let wordCount = size / UInt64.bitWidth

    private(set) var count = 0
    private var sorted: [UInt16] = []
    /// Nil while the numbers are few.
    private var words: UnsafeMutablePointer<UInt64>?

    init() {}

    deinit {
        words?.deallocate()
    }

    func contains(_ number: UInt16) -> Bool {
        if let words { return words[Int(number >> 6)] & (1 << UInt64(number & 63)) != 0 }
        let place = place(of: number)
        return place < sorted.count && sorted[place] == number
    }

    /// Whether the number is new; it is in the chunk afterwards.
    @inline(__always)
    func insert(_ number: UInt16) -> Bool {
        guard let words else { return insertSorted(number) }
        let bit: UInt64 = 1 << UInt64(number & 63)
        let word = words[Int(number >> 6)]
        if word & bit != 0 { return false }
        words[Int(number >> 6)] = word | bit
        count += 1
        return true
    }

    private func insertSorted(_ number: UInt16) -> Bool {
        // Numbers mostly ascend.
        let place = sorted.last.map { $0 < number } ?? true ? sorted.count : place(of: number)
        if place < sorted.count && sorted[place] == number { return false }
        sorted.insert(number, at: place)
        count += 1
        if count > NumberChunk.mostSorted { widen() }
        return true
    }

    /// Where `number` stands among the sorted ones, or would.
    private func place(of number: UInt16) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func widen() {
        let words = UnsafeMutablePointer<UInt64>.allocate(capacity: NumberChunk.wordCount)
        words.initialize(repeating: 0, count: NumberChunk.wordCount)
        for number in sorted { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
        self.words = words
        sorted = []
    }
}

extension NumberChunk {
    /// What the store keeps.
    func encoded() -> (form: Form, bytes: [UInt8]) {
        let ranges = ranges()
        var bytes: [UInt8] = []
        func append(_ number: UInt16) {
            bytes.append(UInt8(truncatingIfNeeded: number))
            bytes.append(UInt8(truncatingIfNeeded: number >> 8))
        }
        if ranges.count * 4 <= min(count * 2, NumberChunk.size / 8) {
            for range in ranges {
                append(range.lowerBound)
                append(range.upperBound)
            }
            return (.ranges, bytes)
        }
        if count * 2 <= NumberChunk.size / 8 {
            for range in ranges { range.forEach(append) }
            return (.numbers, bytes)
        }
        bytes = [UInt8](repeating: 0, count: NumberChunk.size / 8)
        for range in ranges { for number in range { bytes[Int(number >> 3)] |= 1 << UInt8(number & 7) } }
        return (.bits, bytes)
    }

    /// The chunk's numbers but for `members`.
    func without(_ members: Set<UInt16>) -> NumberChunk {
        let rest = NumberChunk()
        for range in ranges() { for number in range where !members.contains(number) { _ = rest.insert(number) } }
        return rest
    }

    /// Of bytes that are damaged what can be read; a form that is not known has no numbers.
    convenience init(form: Form?, bytes: UnsafeRawBufferPointer) {
        self.init()
        func number(_ place: Int) -> UInt16 {
            UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self))
        }
        switch form {
        case .ranges:
            for place in 0..<bytes.count / 4 where number(place * 2) <= number(place * 2 + 1) {
                for number in number(place * 2)...number(place * 2 + 1) { _ = insert(number) }
            }
        case .numbers:
            for place in 0..<bytes.count / 2 { _ = insert(number(place)) }
        case .bits:
            for place in 0..<min(NumberChunk.size, bytes.count * 8)
            where bytes[place / 8] & (1 << UInt8(place % 8)) != 0 {
                _ = insert(UInt16(place))
            }
        case nil: break
        }
    }

    /// Stretches without a gap, ascending.
    private func ranges() -> [ClosedRange<UInt16>] {
        var ranges: [ClosedRange<UInt16>] = []
        func add(_ first: UInt16, _ last: UInt16) {
            if let before = ranges.last, before.upperBound &+ 1 == first {
                ranges[ranges.count - 1] = before.lowerBound...last
            } else {
                ranges.append(first...last)
            }
        }
        guard let words else {
            for number in sorted { add(number, number) }
            return ranges
        }
        for place in 0..<NumberChunk.wordCount {
            var rest = words[place]
            while rest != 0 {
                let start = rest.trailingZeroBitCount
                let length = (~(rest >> UInt64(start))).trailingZeroBitCount
                add(UInt16(place * 64 + start), UInt16(place * 64 + start + length - 1))
                // A shift by the whole width leaves nothing.
                rest = rest & (~0 << UInt64(start + length))
            }
        }
        return ranges
    }
}
