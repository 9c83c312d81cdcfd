/// A leaf of a table's tree while rows are put into it (https://www.sqlite.org/fileformat2.html, "B-tree Pages"): pointers
/// grow from its beginning, rows from its end.
struct LeafPage: ~Copyable {
    private static let headerSize = 8
    /// What a row takes at least: so much is needed to say that it was deleted.
    private static let leastSize = 4

    let bytes: UnsafeMutableRawPointer
    private let layout: PageLayout
    private(set) var rows = 0
    /// Where the rows begin.
    private var start: Int

    init(_ layout: PageLayout) {
        self.layout = layout
        bytes = .allocate(byteCount: layout.size, alignment: 8)
        bytes.initializeMemory(as: UInt8.self, repeating: 0, count: layout.size)
        start = layout.usable
    }

    deinit {
        bytes.deallocate()
    }

    @inline(__always)
    func hasRoom(for size: Int) -> Bool {
        LeafPage.headerSize + rows * 2 + 2 + max(LeafPage.leastSize, size) <= start
    }

    /// Where a row of `size` bytes is to be written, behind those that are there by number.
    @inline(__always)
    mutating func place(_ size: Int) -> UnsafeMutableRawPointer {
        start -= max(LeafPage.leastSize, size)
        let pointer = UInt16(truncatingIfNeeded: start).bigEndian
        bytes.storeBytes(of: pointer, toByteOffset: LeafPage.headerSize + rows * 2, as: UInt16.self)
        rows += 1
        return bytes + start
    }

    /// Makes the page one that SQLite reads.
    mutating func finish() {
        // 65536 does not fit; 0 stands for it.
        let begin = UInt16(truncatingIfNeeded: start).bigEndian
        bytes.storeBytes(of: 0x0D, toByteOffset: 0, as: UInt8.self)
        bytes.storeBytes(of: 0, toByteOffset: 1, as: UInt16.self)
        bytes.storeBytes(of: UInt16(rows).bigEndian, toByteOffset: 3, as: UInt16.self)
        bytes.storeBytes(of: begin, toByteOffset: 5, as: UInt16.self)
        bytes.storeBytes(of: 0, toByteOffset: 7, as: UInt8.self)
        // What a longer row of the page before has left between pointers and rows.
        let used = LeafPage.headerSize + rows * 2
        (bytes + used).initializeMemory(as: UInt8.self, repeating: 0, count: start - used)
    }

    mutating func empty() {
        rows = 0
        start = layout.usable
    }
}
