import Foundation

/// A list of numbers in memory of its own that grows and is never given back before its owner goes: what the inner loops
/// fill and read without a reference count, a check for uniqueness or one for exclusive access.
///
/// It has one owner, which is used by one worker at a time.
struct WorkingMemory<Element: BitwiseCopyable>: ~Copyable {
    private struct Block {
        var base: UnsafeMutablePointer<Element>
        var count: Int
        var capacity: Int
    }

    private let block: UnsafeMutablePointer<Block>

    init(capacity: Int = 256) {
        block = .allocate(capacity: 1)
        block.initialize(to: Block(base: WorkingMemory.resized(nil, to: capacity), count: 0, capacity: capacity))
    }

    deinit {
        free(block.pointee.base)
        block.deallocate()
    }

    var count: Int {
        @inline(__always) get { block.pointee.count }
    }

    /// Where the elements lie, until there are more of them.
    var base: UnsafeMutablePointer<Element> {
        @inline(__always) get { block.pointee.base }
    }

    @inline(__always)
    func removeAll() { block.pointee.count = 0 }

    @inline(__always)
    func append(_ element: Element) {
        let count = block.pointee.count
        if count == block.pointee.capacity { grow() }
        (block.pointee.base + count).initialize(to: element)
        block.pointee.count = count + 1
    }

    @inline(__always)
    subscript(index: Int) -> Element { block.pointee.base[index] }

    /// Makes it `count` times the same.
    func set(repeating element: Element, count: Int) {
        makeRoom(for: count)
        block.pointee.base.initialize(repeating: element, count: count)
        block.pointee.count = count
    }

    /// Makes it a copy of other memory.
    func set(from other: UnsafePointer<Element>, count: Int) {
        makeRoom(for: count)
        block.pointee.base.initialize(from: other, count: count)
        block.pointee.count = count
    }

    private func makeRoom(for count: Int) {
        while count > block.pointee.capacity { grow() }
    }

    var array: [Element] { Array(UnsafeBufferPointer(start: block.pointee.base, count: count)) }

    private func grow() {
        let old = block.pointee
        let larger = WorkingMemory.resized(old.base, to: old.capacity * 2)
        block.pointee = Block(base: larger, count: old.count, capacity: old.capacity * 2)
    }

    /// The C library's way to grow: it moves long lists by their pages, and copies none of them.
    private static func resized(
        _ base: UnsafeMutablePointer<Element>?,
        to capacity: Int
    ) -> UnsafeMutablePointer<Element> {
        guard let larger = realloc(base, capacity * MemoryLayout<Element>.stride) else {
            preconditionFailure("out of memory")
        }
        return larger.bindMemory(to: Element.self, capacity: capacity)
    }
}
