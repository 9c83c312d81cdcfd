/// A list of values that cannot be copied, each changed where it lies.
struct OwnedList<Element: ~Copyable>: ~Copyable {
    let base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    init(_ count: Int, _ make: (Int) -> Element) {
        self.init(capacity: count)
        for index in 0..<count { append(make(index)) }
    }

    mutating func append(_ element: consuming Element) {
        precondition(count < capacity)
        (base + count).initialize(to: element)
        count += 1
    }

    subscript(_ index: Int) -> Element {
        @inline(__always)
        unsafeAddress { UnsafePointer(base + index) }
        @inline(__always)
        nonmutating unsafeMutableAddress { base + index }
    }
}
