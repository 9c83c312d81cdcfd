/// An array without a length, in pages that are made when they are first written to: an import of ten rows may touch the
/// person with the number six million, and one of ten million rows touches nearly all of them.
final class PagedArray<Element: BitwiseCopyable> {
    private static var pageBits: Int { 12 }
    private static var pageSize: Int { 1 << pageBits }

    private let missing: Element
    private var pages: UnsafeMutableBufferPointer<UnsafeMutablePointer<Element>?>

    /// - Parameter missing: what stands where nothing was written.
    init(missing: Element) {
        self.missing = missing
        pages = .allocate(capacity: 16)
        pages.initialize(repeating: nil)
    }

    deinit {
        for page in pages { page?.deallocate() }
        pages.deallocate()
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            let page = index >> Self.pageBits
            guard page < pages.count, let elements = pages[page] else { return missing }
            return elements[index & (Self.pageSize - 1)]
        }
        set { address(index).pointee = newValue }
    }

    /// Where the element at `index` lies; it is made if need be.
    @inline(__always)
    func address(_ index: Int) -> UnsafeMutablePointer<Element> {
        let page = index >> Self.pageBits
        if page < pages.count, let elements = pages[page] { return elements + (index & (Self.pageSize - 1)) }
        return makePage(page) + (index & (Self.pageSize - 1))
    }

    /// Past the index of the last element that was written to.
    var end: Int {
        (pages.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0) << Self.pageBits
    }

    @inline(never)
    private func makePage(_ page: Int) -> UnsafeMutablePointer<Element> {
        if page >= pages.count {
            let grown = UnsafeMutableBufferPointer<UnsafeMutablePointer<Element>?>.allocate(
                capacity: max(page + 1, pages.count * 2)
            )
            grown.initialize(repeating: nil)
            for (index, elements) in pages.enumerated() { grown[index] = elements }
            pages.deallocate()
            pages = grown
        }
        let elements = UnsafeMutablePointer<Element>.allocate(capacity: Self.pageSize)
        elements.initialize(repeating: missing, count: Self.pageSize)
        pages[page] = elements
        return elements
    }
}

/// Numbers that occur.
typealias NumberSet = PagedArray<Bool>

extension PagedArray<Bool> {
    convenience init() { self.init(missing: false) }

    /// Marks the numbers that `codes` stand for: a code is its number less one, and -1 none.
    func insert(codes: [Int32]) {
        for code in codes where code >= 0 { self[Int(code) + 1] = true }
    }
}
