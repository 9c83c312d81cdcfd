/// How a database file is cut into pages (https://www.sqlite.org/fileformat2.html, "The Database Header" and "B-tree Pages").
struct PageLayout: Equatable {
    /// Bytes a page, and how many of them hold data.
    let size: Int
    let usable: Int

    /// - Parameter header: the file's first 100 bytes.
    init(header: UnsafeRawBufferPointer) {
        let size = Int(header.loadUnaligned(fromByteOffset: 16, as: UInt16.self).bigEndian)
        // 65536 does not fit into two bytes.
        self.size = size == 1 ? 65536 : size
        usable = self.size - Int(header[20])
    }

    /// A page that locks are taken on, and that holds nothing.
    var lockPage: UInt32 { UInt32(0x4000_0000 / size) + 1 }

    /// Bytes of a page's own of a row in a table's leaf; the rest goes to overflow pages.
    @inline(__always)
    func local(payload: Int) -> Int {
        let most = usable - 35
        if payload <= most { return payload }
        let least = (usable - 12) * 32 / 255 - 23
        let local = least + (payload - least) % (usable - 4)
        return local <= most ? local : least
    }
}
