/// Which of some events are in scope: a bit for each, or nothing where all are.
struct EventMask: @unchecked Sendable {
    // Sendable: the words are never written again. The pointer beside their owner spares the inner loops a reference
    // count an event.
    private let owner: Column<UInt64>?
    let words: UnsafePointer<UInt64>?
    /// Events in scope.
    let count: Int

    init(all events: EventColumns) {
        owner = nil
        words = nil
        count = events.count - events.ignored.reduce(0) { $0 + $1.count }
    }

    init(_ words: Column<UInt64>, of events: EventColumns) {
        owner = words
        self.words = words.values.baseAddress
        let ignored = events.ignored.reduce(0) { $0 + EventMask.count(words, in: $1) }
        count = words.values.reduce(0) { $0 + $1.nonzeroBitCount } - ignored
    }

    var keepsAll: Bool { owner == nil }

    /// Whether the event at `position` is in scope.
    @inline(__always)
    func keeps(_ position: Int) -> Bool {
        guard let words else { return true }
        return words[position >> 6] >> UInt64(position & 63) & 1 != 0
    }

    /// Whether any event of `range`, which is not empty, is in scope.
    @inline(__always)
    func keepsAny(of range: Range<Int>) -> Bool {
        guard let words else { return true }
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        var word = first >> 6
        var bits = words[word] & (.max << UInt64(first & 63))
        while word < last >> 6 {
            if bits != 0 { return true }
            word += 1
            bits = words[word]
        }
        return bits & (.max >> UInt64(63 - last & 63)) != 0
    }

    /// The events of both masks; neither counts those that belong to nobody.
    func and(_ other: Column<UInt64>, of events: EventColumns) -> EventMask {
        guard let words else { return EventMask(uncounted: other) }
        return EventMask(
            uncounted: Column(count: other.count) { both in
                for index in 0..<other.count { both[index] = other[index] & words[index] }
            }
        )
    }

    /// A mask of which nobody asks how many it keeps.
    private init(uncounted words: Column<UInt64>) {
        owner = words
        self.words = words.values.baseAddress
        count = 0
    }

    private static func count(_ words: Column<UInt64>, in range: Range<Int>) -> Int {
        range.reduce(0) { $0 + Int(words[$1 >> 6] >> UInt64($1 & 63) & 1) }
    }
}
