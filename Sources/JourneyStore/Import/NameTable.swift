internal import Foundation

/// A hash table from names to small numbers, by the names' bytes: a `Dictionary` of `String` compares by canonical
/// equivalence, which SQLite does not, and costs several times as much in an import's inner loop. Six million names of
/// eight bytes take some 150 MB.
final class NameTable {
    /// Of each slot the upper half is 32 bits of the name's hash, the lower half where its entry begins, plus one; 0 for a
    /// free slot.
    private var slots: UnsafeMutableBufferPointer<UInt64>
    /// Entries one after another: number (4 bytes), length (1 byte, or 255 and 4 bytes), bytes.
    private var entries: UnsafeMutableRawPointer
    private var used = 0
    private var capacity = 1 << 12
    private(set) var count = 0

    init() {
        slots = .allocate(capacity: 64)
        slots.initialize(repeating: 0)
        entries = .allocate(byteCount: capacity, alignment: 8)
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
    }

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

    /// The number of `name`; nil where it is not in the table.
    func code(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32? {
        let mask = slots.count - 1
        let tag = hash >> 32
        var index = Int(truncatingIfNeeded: tag) & mask
        while slots[index] != 0 {
            if slots[index] >> 32 == tag {
                let entry = entry(at: Int(UInt32(truncatingIfNeeded: slots[index])) - 1)
                if isEqual(entry.name, name) { return entry.code }
            }
            index = (index + 1) & mask
        }
        return nil
    }

    /// - Throws: beyond 4 GB of names.
    func insert(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64, code: Int32) throws {
        // At most three quarters full, so that a search is short and always ends.
        if (count + 1) * 4 > slots.count * 3 { grow() }
        let place = used
        guard place + name.count + 9 < Int(UInt32.max) else { throw ImportFailure.names }
        append(name, code)
        count += 1
        put(hash & 0xFFFF_FFFF_0000_0000 | UInt64(place + 1))
    }

    /// Every name with its number, in the order in which they were inserted.
    func forEach(_ body: (Int32, UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
        var place = 0
        while place < used {
            let entry = entry(at: place)
            try body(entry.code, entry.name)
            place = entry.end
        }
    }

    @inline(__always)
    private func entry(at place: Int) -> (code: Int32, name: UnsafeBufferPointer<UInt8>, end: Int) {
        let code = entries.loadUnaligned(fromByteOffset: place, as: Int32.self)
        var start = place + 5
        var length = Int(entries.load(fromByteOffset: place + 4, as: UInt8.self))
        if length == 255 {
            length = Int(entries.loadUnaligned(fromByteOffset: start, as: UInt32.self))
            start += 4
        }
        let bytes = (entries + start).assumingMemoryBound(to: UInt8.self)
        return (code, UnsafeBufferPointer(start: bytes, count: length), start + length)
    }

    @inline(__always)
    private func isEqual(_ mine: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard mine.count == other.count else { return false }
        guard let left = mine.baseAddress, let right = other.baseAddress, mine.count > 0 else { return true }
        return memcmp(left, right, mine.count) == 0
    }

    private func append(_ name: UnsafeBufferPointer<UInt8>, _ code: Int32) {
        let size = name.count + 9
        if used + size > capacity {
            let grown = max(capacity + capacity / 2, used + size)
            let moved = UnsafeMutableRawPointer.allocate(byteCount: grown, alignment: 8)
            moved.copyMemory(from: entries, byteCount: used)
            entries.deallocate()
            entries = moved
            capacity = grown
        }
        entries.storeBytes(of: code, toByteOffset: used, as: Int32.self)
        entries.storeBytes(of: UInt8(min(255, name.count)), toByteOffset: used + 4, as: UInt8.self)
        used += 5
        if name.count >= 255 {
            entries.storeBytes(of: UInt32(name.count), toByteOffset: used, as: UInt32.self)
            used += 4
        }
        if let start = name.baseAddress { (entries + used).copyMemory(from: start, byteCount: name.count) }
        used += name.count
    }

    private func put(_ slot: UInt64) {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: slot >> 32) & mask
        while slots[index] != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private func grow() {
        let old = slots
        slots = .allocate(capacity: old.count * 2)
        slots.initialize(repeating: 0)
        for slot in old where slot != 0 { put(slot) }
        old.deallocate()
    }
}
