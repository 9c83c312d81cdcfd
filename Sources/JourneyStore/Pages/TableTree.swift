/// The pages above a table's leaves (https://www.sqlite.org/fileformat2.html, "B-tree Pages"): of each page below, its
/// number and the highest number of a row in it.
struct TableTree {
    private var pages: [UInt32] = []
    private var keys: [Int64] = []

    var isEmpty: Bool { pages.isEmpty }

    mutating func add(_ page: UInt32, upTo key: Int64) {
        pages.append(page)
        keys.append(key)
    }

    /// Writes all levels but the root.
    ///
    /// - Returns: the root page.
    func write(to output: PageOutput) throws -> [UInt8] {
        var level = self
        while true {
            var next = TableTree()
            var start = 0
            while start < level.pages.count {
                let end = level.end(from: start, output.layout)
                let page = level.page(start..<end, output.layout)
                if start == 0 && end == level.pages.count { return page }
                let number = output.number()
                try page.withUnsafeBytes { bytes in
                    if let start = bytes.baseAddress { try output.put(start, at: number) }
                }
                next.add(number, upTo: level.keys[end - 1])
                start = end
            }
            level = next
        }
    }

    private static let headerSize = 12

    private static func size(_ key: Int64) -> Int { 4 + Varint.size(UInt64(bitPattern: key)) }

    /// Past the last page that a page above has room for, from `start` on. Its last one needs no key.
    private func end(from start: Int, _ layout: PageLayout) -> Int {
        var used = TableTree.headerSize
        var end = start
        while end < pages.count - 1 {
            used += TableTree.size(keys[end]) + 2
            if used > layout.usable { break }
            end += 1
        }
        end += 1
        // One alone would be left for the next.
        return pages.count - end == 1 ? end - 1 : end
    }

    private func page(_ range: Range<Int>, _ layout: PageLayout) -> [UInt8] {
        var page = [UInt8](repeating: 0, count: layout.size)
        page.withUnsafeMutableBytes { page in
            guard let bytes = page.baseAddress, let last = range.last else { return }
            var start = layout.usable
            for (place, child) in range.dropLast().enumerated() {
                let key = UInt64(bitPattern: keys[child])
                start -= TableTree.size(keys[child])
                bytes.storeBytes(of: pages[child].bigEndian, toByteOffset: start, as: UInt32.self)
                _ = Varint.write(key, to: bytes + start + 4)
                let pointer = UInt16(truncatingIfNeeded: start).bigEndian
                bytes.storeBytes(of: pointer, toByteOffset: TableTree.headerSize + place * 2, as: UInt16.self)
            }
            page[0] = 0x05
            bytes.storeBytes(of: UInt16(range.count - 1).bigEndian, toByteOffset: 3, as: UInt16.self)
            bytes.storeBytes(of: UInt16(truncatingIfNeeded: start).bigEndian, toByteOffset: 5, as: UInt16.self)
            bytes.storeBytes(of: pages[last].bigEndian, toByteOffset: 8, as: UInt32.self)
        }
        return page
    }
}
