/// A fixed number of values in memory of its own, which one worker reads and writes without a check for uniqueness or one
/// for exclusive access.
final class WorkingTable<Element: BitwiseCopyable> {
    private let base: UnsafeMutablePointer<Element>

    init(repeating value: Element, count: Int) {
        base = .allocate(capacity: max(1, count))
        base.initialize(repeating: value, count: count)
    }

    deinit {
        base.deallocate()
    }

    /// The value at `index`, to be changed in place.
    @inline(__always)
    subscript(index: Int) -> Element {
        unsafeAddress { UnsafePointer(base + index) }
        unsafeMutableAddress { base + index }
    }
}
