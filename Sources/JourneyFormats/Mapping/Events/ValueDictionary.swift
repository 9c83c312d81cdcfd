import Foundation
import JourneyModel

/// Gives the values of a column codes in the order they are first met: a hash table with open addressing over bytes.
struct ValueDictionary: ~Copyable {
    /// A value of up to 16 bytes is its own key; of a longer one the key is a hash of 128 bits, and its bytes are compared.
    private struct Slot {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var count: UInt32 = 0
        var code: Int32 = -1
    }

    private struct Key {
        var low: UInt64
        var high: UInt64

        var mixed: UInt64 {
            let sum = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
            return sum ^ (sum >> 32)
        }
    }

    private static let leastSlots = 256
    private var slots: UnsafeMutablePointer<Slot>
    private var slotCount = leastSlots
    private var ends: [Int] = []
    private var bytes = PaddedBytes(capacity: 1024)
    /// What each value adds to the canonical row's hash, as far as was asked.
    private var hashes: [EventBatch.RowHash] = []
    private let name: CanonicalRow.Name

    init(name: String) {
        self.name = CanonicalRow.Name(name)
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Slot(), count: slotCount)
    }

    deinit { slots.deallocate() }

    /// The code of `text`, a new one where it was not met before.
    @inline(__always)
    mutating func code(_ text: CSVScanner.Field) -> Int32 {
        let key = key(text)
        var place = Int(truncatingIfNeeded: key.mixed) & (slotCount &- 1)
        while true {
            let slot = slots[place]
            if slot.low == key.low, slot.high == key.high, slot.count == UInt32(truncatingIfNeeded: text.count),
                text.count <= 16 || isSame(slot.code, text)
            {
                return slot.code
            }
            if slot.code < 0 { return add(text, key, at: place) }
            place = (place &+ 1) & (slotCount &- 1)
        }
    }

    /// What the value of `code` adds to the canonical row's hash.
    @inline(__always)
    mutating func hash(_ code: Int32) -> EventBatch.RowHash {
        if hashes.count < ends.count { hashAll() }
        return hashes[Int(code)]
    }

    /// The values in the order of their codes.
    var values: [String] { ends.indices.map { bytes.text(range($0)) } }

    /// Those that may be spelled otherwise than they are stored, by their codes.
    private(set) var oddValues: [(code: Int, value: String)] = []

    var isEmpty: Bool { ends.isEmpty }

    mutating func removeAll() {
        slots.update(repeating: Slot(), count: slotCount)
        ends.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        bytes.removeAll()
        oddValues.removeAll()
    }

    private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    @inline(__always)
    private func key(_ text: CSVScanner.Field) -> Key {
        if text.count <= 8 { return Key(low: ByteWord.load(text.base, first: text.count), high: 0) }
        if text.count <= 16 {
            return Key(low: ByteWord.load(text.base), high: ByteWord.load(text.base + 8, first: text.count &- 8))
        }
        return longKey(text)
    }

    private func longKey(_ text: CSVScanner.Field) -> Key {
        let raw = UnsafeRawBufferPointer(text.bytes)
        return Key(low: XXHash64.hash(raw, seed: 0), high: XXHash64.hash(raw, seed: 1))
    }

    @inline(never)
    private func isSame(_ code: Int32, _ text: CSVScanner.Field) -> Bool {
        code >= 0 && memcmp(bytes.base + range(Int(code)).lowerBound, text.base, text.count) == 0
    }

    @inline(never)
    private mutating func add(_ text: CSVScanner.Field, _ key: Key, at place: Int) -> Int32 {
        let code = Int32(ends.count)
        slots[place] = Slot(low: key.low, high: key.high, count: UInt32(text.count), code: code)
        bytes.append(UnsafeRawBufferPointer(text.bytes))
        ends.append(bytes.count)
        if !FoldedName.isPlain(text.bytes) { oddValues.append((Int(code), text.string)) }
        if 2 * ends.count > slotCount { grow() }
        return code
    }

    private mutating func grow() {
        let old = slots
        let oldCount = slotCount
        slotCount *= 4
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Slot(), count: slotCount)
        for index in 0..<oldCount where old[index].code >= 0 {
            var place = Int(truncatingIfNeeded: Key(low: old[index].low, high: old[index].high).mixed) & (slotCount - 1)
            while slots[place].code >= 0 { place = (place + 1) & (slotCount - 1) }
            slots[place] = old[index]
        }
        old.deallocate()
    }

    @inline(never)
    private mutating func hashAll() {
        for index in hashes.count..<ends.count {
            let range = range(index)
            hashes.append(name.hash(UnsafeBufferPointer(start: bytes.base + range.lowerBound, count: range.count)))
        }
    }
}
