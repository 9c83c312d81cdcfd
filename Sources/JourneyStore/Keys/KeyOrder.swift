/// Keys of a block in ascending order, equal ones in the order of the block.
struct KeyOrder {
    struct Entry {
        var key: RecordKey
        /// The key's place among those of the block.
        var index: UInt32

        @inline(__always)
        static func precedes(_ left: Entry, _ right: Entry) -> Bool {
            left.key != right.key ? left.key < right.key : left.index < right.index
        }
    }

    /// Keys are hashes: as many buckets as keys, by their first bits, hold about one each, in which little is left to sort.
    static func sorted(_ keys: [RecordKey]) -> [Entry] {
        let bits = max(1, UInt64.bitWidth - keys.count.leadingZeroBitCount)
        let shift = UInt64(UInt64.bitWidth - bits)
        var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        for key in keys { starts[Int(key.place >> shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var next = starts
        var entries = [Entry](repeating: Entry(key: RecordKey(place: 0, mark: 0), index: 0), count: keys.count)
        for (index, key) in keys.enumerated() {
            let bucket = Int(key.place >> shift)
            entries[Int(next[bucket])] = Entry(key: key, index: UInt32(index))
            next[bucket] += 1
        }
        entries.withUnsafeMutableBufferPointer { entries in
            for bucket in 0..<(starts.count - 1) {
                sort(entries, Int(starts[bucket])..<Int(starts[bucket + 1]))
            }
        }
        return entries
    }

    private static func sort(_ entries: UnsafeMutableBufferPointer<Entry>, _ range: Range<Int>) {
        if range.count < 2 { return }
        if range.count > 24 { return entries[range].sort(by: Entry.precedes) }
        for place in range.dropFirst() {
            let entry = entries[place]
            var free = place
            while free > range.lowerBound && Entry.precedes(entry, entries[free - 1]) {
                entries[free] = entries[free - 1]
                free -= 1
            }
            entries[free] = entry
        }
    }
}
