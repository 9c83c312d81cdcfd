/// Codes of a dimension side by side in the smallest width that holds them all; a code is kept as one more than it is, so
/// that 0 stands for none. A column of width 0 has no memory: nothing has a value.
///
/// As with `Column`, whoever keeps `bytes` beyond the column's own life keeps the column too.
struct CodeColumn: @unchecked Sendable {
    // Sendable: the memory is never written after `init`, and `owner` is never touched.
    /// Bytes a code takes: 0, 1, 2 or 4.
    let width: Int
    let count: Int
    let bytes: UnsafeRawPointer
    private let owner: AnyObject?

    init(width: Int, count: Int, bytes: UnsafeRawPointer, owner: AnyObject?) {
        self.width = width
        self.count = count
        self.bytes = bytes
        self.owner = owner
    }

    /// `count` events of which none has a value.
    init(absent count: Int) {
        self.init(width: 0, count: count, bytes: UnsafeRawPointer(ByteMemory.forever.base), owner: nil)
    }

    /// Made in memory from what `code` says of each place, all of it below `limit`.
    init(count: Int, limit: Int, code: (Int) -> Int32) {
        let width = CodeColumn.width(for: limit)
        let memory = ByteMemory(count * max(1, width))
        switch width {
        case 1: CodeColumn.fill(memory, UInt8.self, count, code)
        case 2: CodeColumn.fill(memory, UInt16.self, count, code)
        default: CodeColumn.fill(memory, UInt32.self, count, code)
        }
        self.init(width: width, count: count, bytes: UnsafeRawPointer(memory.base), owner: memory)
    }

    /// The bytes that codes from -1 to `limit` - 1 need.
    static func width(for limit: Int) -> Int {
        limit <= Int(UInt8.max) ? 1 : limit <= Int(UInt16.max) ? 2 : 4
    }

    /// The code at `index`; -1 for none.
    @inline(__always)
    subscript(index: Int) -> Int32 {
        switch width {
        case 1: Int32(bytes.load(fromByteOffset: index, as: UInt8.self)) - 1
        case 2: Int32(bytes.load(fromByteOffset: index &* 2, as: UInt16.self)) - 1
        case 4: Int32(bitPattern: bytes.load(fromByteOffset: index &* 4, as: UInt32.self)) &- 1
        default: -1
        }
    }

    /// The same places, each with what `codes` has for its code.
    func renamed(_ codes: [Int32], limit: Int) -> CodeColumn {
        let names = Column([-1] + codes)
        return CodeColumn(count: count, limit: limit) { place in
            let code = Int(self[place]) + 1
            return code < names.count ? names[code] : -1
        }
    }

    /// The codes at `order`, in that order.
    func gathered(at order: Column<Int32>) -> CodeColumn {
        guard width > 0 else { return CodeColumn(absent: order.count) }
        let memory = ByteMemory(order.count * width)
        switch width {
        case 1: gather(UInt8.self, order, memory)
        case 2: gather(UInt16.self, order, memory)
        default: gather(UInt32.self, order, memory)
        }
        return CodeColumn(width: width, count: order.count, bytes: UnsafeRawPointer(memory.base), owner: memory)
    }

    private func gather<Word: FixedWidthInteger>(_ type: Word.Type, _ order: Column<Int32>, _ memory: ByteMemory) {
        let from = bytes.assumingMemoryBound(to: Word.self)
        let into = memory.base.bindMemory(to: Word.self, capacity: order.count)
        let order = order.values
        for index in 0..<order.count { into[index] = from[Int(order[index])] }
    }

    private static func fill<Word: FixedWidthInteger>(
        _ memory: ByteMemory,
        _ type: Word.Type,
        _ count: Int,
        _ code: (Int) -> Int32
    ) {
        let into = memory.base.bindMemory(to: Word.self, capacity: count)
        for index in 0..<count { into[index] = Word(truncatingIfNeeded: code(index) &+ 1) }
    }
}

/// Memory that is freed with its owner.
final class ByteMemory: @unchecked Sendable {
    // Sendable: whoever makes it fills it before anybody else sees it.
    let base: UnsafeMutableRawPointer
    let count: Int

    init(_ count: Int) {
        self.count = count
        base = UnsafeMutableRawPointer.allocate(byteCount: max(64, count), alignment: 64)
    }

    deinit {
        base.deallocate()
    }

    /// A little memory that lives as long as the program.
    static let forever = ByteMemory(64)
}
