import Dispatch
import Synchronization

/// A column as the index has it: mapped from a file with a sum for each block, or in memory of our own.
final class StoredColumn: Sendable {
    let id: ColumnID
    let width: Int
    let count: Int
    private let memory: Memory
    private let sums: [UInt64]
    private let state = Mutex(State.unchecked)

    private enum State { case unchecked, whole, damaged }

    /// The bytes and whoever keeps them.
    private struct Memory: @unchecked Sendable {
        // Sendable: nobody writes them.
        let bytes: UnsafeRawBufferPointer
        let owner: AnyObject
    }

    /// - Parameter sums: of each block; empty for memory that needs no checking.
    init(_ column: IndexManifest.Column, bytes: UnsafeRawBufferPointer, owner: AnyObject, sums: [UInt64]) {
        id = column.id
        width = column.width
        count = column.count
        memory = Memory(bytes: bytes, owner: owner)
        self.sums = sums
    }

    var bytes: UnsafeRawBufferPointer { memory.bytes }
    var owner: AnyObject { memory.owner }

    /// Whether its bytes are those that were written: looked at once, at first use, by all cores.
    var isWhole: Bool {
        state.withLock { state in
            if state == .unchecked { state = check() ? .whole : .damaged }
            return state == .whole
        }
    }

    /// Whether what was read of it, if anything was, is what was checked: asked after each answer. Where somebody has written to
    /// its file meanwhile, as who adds to its end does, it is checked again.
    var isStillWhole: Bool {
        guard let file = owner as? MappedFile else { return true }
        return state.withLock { state in
            guard state == .whole else { return state == .unchecked }
            switch file.look() {
            case .none: break
            case .written: if !check() { state = .damaged }
            case .lost: state = .damaged
            }
            return state == .whole
        }
    }

    private func check() -> Bool {
        guard !sums.isEmpty else { return true }
        guard sums.count == (bytes.count + BlockSum.blockSize - 1) / BlockSum.blockSize else { return false }
        let damaged = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: sums.count) { block in
            let from = block * BlockSum.blockSize
            let to = min(bytes.count, from + BlockSum.blockSize)
            if BlockSum.of(UnsafeRawBufferPointer(rebasing: bytes[from..<to])) != sums[block] {
                damaged.add(1, ordering: .relaxed)
            }
        }
        return damaged.load(ordering: .relaxed) == 0
    }
}
