import Foundation

/// Bytes that may be read a little beyond their end: eight or sixteen at a time, without asking at each step whether that
/// many are left. One owner at a time changes them.
final class PaddedBytes: @unchecked Sendable {
    /// How far beyond `count` reading is harmless.
    static let padding = 32

    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity + PaddedBytes.padding)
        (base + capacity).initialize(repeating: 0, count: PaddedBytes.padding)
    }

    deinit { base.deallocate() }

    var free: Int { capacity - count }

    /// The room behind the bytes; what is written there counts once `didAppend` says so.
    var tail: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(start: base + count, count: free) }

    func didAppend(_ added: Int) {
        count += added
    }

    func append(_ bytes: UnsafeRawBufferPointer) {
        reserve(count + bytes.count)
        tail.copyMemory(from: bytes)
        count += bytes.count
    }

    func append(_ other: PaddedBytes, _ range: Range<Int>) {
        append(UnsafeRawBufferPointer(start: other.base + range.lowerBound, count: range.count))
    }

    func removeFirst(_ removed: Int) {
        guard removed > 0 else { return }
        memmove(base, base + removed, count - removed)
        count -= removed
    }

    func removeLast(_ removed: Int) {
        count -= removed
    }

    func removeAll() {
        count = 0
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    func field(_ range: Range<Int>) -> CSVScanner.Field {
        CSVScanner.Field(base: base + range.lowerBound, count: range.count)
    }

    func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        capacity = max(wanted, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + PaddedBytes.padding)
        larger.update(from: base, count: count)
        (larger + capacity).initialize(repeating: 0, count: PaddedBytes.padding)
        base.deallocate()
        base = larger
    }
}
