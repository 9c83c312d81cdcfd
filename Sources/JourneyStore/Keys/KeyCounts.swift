/// How often each key has come. Keys are hashes and have their places in the table by their first bits: nothing has to be
/// hashed again, and a table that grows is copied from its start to its end.
struct KeyCounts {
    private struct Slot {
        var place: UInt64 = 0
        var mark: UInt16 = 0
        /// 0 for a free slot.
        var count: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    private var used = 0

    /// How often `key` has come before.
    mutating func add(_ key: RecordKey) -> UInt64 {
        let index = index(of: key)
        let before = slots[index].count
        slots[index] = Slot(place: key.place, mark: key.mark, count: before + 1)
        if before == 0 {
            used += 1
            // At most half full, so that a search is short and always ends.
            if used * 2 > slots.count { grow() }
        }
        return UInt64(before)
    }

    @inline(__always)
    private func index(of key: RecordKey) -> Int {
        let shift = UInt64(slots.count.leadingZeroBitCount + 1)
        var index = Int(key.place >> shift)
        while slots[index].count != 0 && (slots[index].place != key.place || slots[index].mark != key.mark) {
            index = (index + 1) & (slots.count - 1)
        }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.count > 0 { slots[index(of: RecordKey(place: slot.place, mark: slot.mark))] = slot }
    }
}
