internal import Foundation

/// A hash table from names to small codes, by the names' bytes: a `Dictionary` of `String` compares by canonical
/// equivalence, which SQLite does not, and costs several times as much in an import's inner loop.
struct NameTable {
    private struct Slot {
        var hash: UInt64
        var code: Int32
        /// -1 for a free slot.
        var name: Int32
    }

    private var slots = [Slot](repeating: Slot(hash: 0, code: 0, name: -1), count: 64)
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(name)
        var hash = UInt64(raw.count) &* 0x9E37_79B9_7F4A_7C15
        var offset = 0
        while offset + 8 <= raw.count {
            hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < raw.count {
            rest = rest << 8 | UInt64(raw[offset])
            offset += 1
        }
        return mix(hash ^ rest)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let mixed = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ (mixed >> 29)
    }

    /// The code of `name`; nil where it is not in the table.
    func code(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32? {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var index = Int(truncatingIfNeeded: hash) & mask
            while slots[index].name >= 0 {
                if slots[index].hash == hash && isEqual(Int(slots[index].name), name) { return slots[index].code }
                index = (index + 1) & mask
            }
            return nil
        }
    }

    mutating func insert(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64, code: Int32) {
        // At most half full, so that a search is short and always ends.
        if (ends.count + 1) * 2 > slots.count { grow() }
        place(Slot(hash: hash, code: code, name: Int32(ends.count)))
        bytes.append(contentsOf: name)
        ends.append(bytes.count)
    }

    /// The `index`-th name inserted.
    func name(_ index: Int) -> String {
        String(decoding: bytes[start(index)..<ends[index]], as: UTF8.self)
    }

    private func start(_ index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }

    private func isEqual(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let from = start(index)
        guard ends[index] - from == name.count else { return false }
        guard let other = name.baseAddress, !name.isEmpty else { return true }
        return bytes.withUnsafeBufferPointer { mine in
            guard let mine = mine.baseAddress else { return false }
            return memcmp(mine + from, other, name.count) == 0
        }
    }

    private mutating func place(_ slot: Slot) {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: slot.hash) & mask
        while slots[index].name >= 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(hash: 0, code: 0, name: -1), count: old.count * 2)
        for slot in old where slot.name >= 0 { place(slot) }
    }
}
