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

/// SQLite's numbers of one to nine bytes (fileformat2, "A variable-length integer").
enum Varint {
    @inline(__always)
    static func size(_ value: UInt64) -> Int {
        if value < 0x80 { return 1 }
        return value >> 56 != 0 ? 9 : (64 - value.leadingZeroBitCount + 6) / 7
    }

    /// - Returns: how many bytes it took.
    @inline(__always)
    static func write(_ value: UInt64, to bytes: UnsafeMutableRawPointer) -> Int {
        if value < 0x80 {
            bytes.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
            return 1
        }
        return writeLong(value, to: bytes)
    }

    private static func writeLong(_ value: UInt64, to bytes: UnsafeMutableRawPointer) -> Int {
        let size = size(value)
        var rest = value
        var place = size - 1
        if size == 9 {
            // The ninth byte has eight bits of the number, all others seven.
            bytes.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: 8, as: UInt8.self)
            rest >>= 8
            place = 7
        }
        var more: UInt8 = size == 9 ? 0x80 : 0
        while place >= 0 {
            bytes.storeBytes(of: UInt8(truncatingIfNeeded: rest & 0x7F) | more, toByteOffset: place, as: UInt8.self)
            more = 0x80
            rest >>= 7
            place -= 1
        }
        return size
    }
}
