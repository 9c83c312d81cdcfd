/// Fixed-width values side by side in memory that somebody owns: allocated here, or a file mapped into memory.
///
/// Kernels read `values` directly. The memory lives as long as the column, so whoever loops over the buffer holds the
/// column (or the `EventColumns` or `Projection` that has it) meanwhile; `Projection.scan` sees to that.
struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Sendable: the memory is written only before `init` returns, and `owner` is never touched afterwards.
    let values: UnsafeBufferPointer<Element>
    let owner: AnyObject

    /// Memory that `owner` keeps alive and that nobody writes any more.
    init(values: UnsafeBufferPointer<Element>, owner: AnyObject) {
        self.values = values
        self.owner = owner
    }

    /// `count` values, all of which `fill` has to set.
    init(count: Int, fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
        let memory = AllocatedMemory<Element>(count: count)
        fill(memory.buffer)
        self.init(values: UnsafeBufferPointer(memory.buffer), owner: memory)
    }

    init(_ array: [Element]) {
        self.init(count: array.count) { buffer in _ = buffer.initialize(from: array) }
    }

    var count: Int { values.count }

    subscript(index: Int) -> Element { values[index] }

    /// The values at `rows`, in that order.
    func gathered(at rows: Column<Int32>) -> Column {
        Column(count: rows.count) { buffer in
            let rows = rows.values
            for index in 0..<rows.count { buffer[index] = values[Int(rows[index])] }
        }
    }
}

/// Memory for one column, freed with its owner.
private final class AllocatedMemory<Element: BitwiseCopyable> {
    let buffer: UnsafeMutableBufferPointer<Element>

    init(count: Int) {
        buffer = .allocate(capacity: count)
    }

    deinit {
        buffer.deallocate()
    }
}
