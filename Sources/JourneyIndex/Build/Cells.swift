/// The values of one column of some rows, each as a whole number: what columns of any width are made of and read into.
///
/// A code's cell is one more than the code, a duration's one more than its milliseconds: 0 stands for none. Times and
/// numbers are their own cells, a cost is the bits of its floating-point number.
final class Cells {
    private(set) var base: UnsafeMutablePointer<Int64>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 1024) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deallocate()
    }

    func removeAll() { count = 0 }

    /// Room for `more` cells, which the caller sets.
    func grow(by more: Int) -> UnsafeMutableBufferPointer<Int64> {
        if count + more > capacity {
            capacity = max(capacity * 2, count + more)
            let larger = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
            larger.update(from: base, count: count)
            base.deallocate()
            base = larger
        }
        defer { count += more }
        return UnsafeMutableBufferPointer(start: base + count, count: more)
    }

    func append(repeating cell: Int64, count: Int) {
        grow(by: count).update(repeating: cell)
    }

    /// Cells of `width` bytes each.
    func append(_ bytes: UnsafeRawBufferPointer, width: Int) {
        switch width {
        case 1: widen(bytes, UInt8.self)
        case 2: widen(bytes, UInt16.self)
        case 4: widen(bytes, UInt32.self)
        default: widen(bytes, Int64.self)
        }
    }

    private func widen<Word: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _ type: Word.Type) {
        let count = bytes.count / MemoryLayout<Word>.size
        guard let from = bytes.baseAddress else { return }
        let into = grow(by: count)
        for index in 0..<count {
            into[index] = Int64(
                truncatingIfNeeded: from.loadUnaligned(
                    fromByteOffset: index &* MemoryLayout<Word>.size,
                    as: Word.self
                )
            )
        }
    }

    /// Keeps only the cells at `places`, which ascend, from the cell `start` on.
    func keep(_ places: [Int32], from start: Int) {
        for (index, place) in places.enumerated() { base[start + index] = base[start + Int(place)] }
        count = start + places.count
    }

    /// The bytes that cells from 0 to `highest` need.
    static func width(for highest: Int64) -> Int {
        highest < 0 ? 8 : highest <= 0xFF ? 1 : highest <= 0xFFFF ? 2 : highest <= 0xFFFF_FFFF ? 4 : 8
    }
}
