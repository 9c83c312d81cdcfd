import JourneyModel

/// What the cells of one column add to the hash of a row as it stood in the file: 128 bits of the column's name and the cell's
/// bytes. Adding makes the order of the columns immaterial; an empty cell adds nothing, so that a column more that says
/// nothing makes no other row. Kept in stores: it must never change.
struct CellHash: Sendable {
    private let first: UInt64
    private let second: UInt64

    /// - Parameter name: the column's, as the header has it.
    init(_ name: String) {
        var name = name
        (first, second) = name.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            return (XXHash64.hash(bytes, seed: 1), XXHash64.hash(bytes, seed: 2))
        }
    }

    /// What sets apart the events of one row.
    static func ofName(_ name: String) -> EventBatch.RowHash {
        let hash = CellHash(name)
        return EventBatch.RowHash(high: hash.first, low: hash.second)
    }

    @inline(__always)
    func add(_ cell: CSVScanner.Field, to sum: inout EventBatch.RowHash) {
        let count = cell.count
        if count == 0 { return }
        var high = first ^ UInt64(count)
        var low = second &+ UInt64(count)
        let bytes = UnsafeRawPointer(cell.base)
        var offset = 0
        while offset + 8 <= count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            CellHash.mix(word, &high, &low)
            offset += 8
        }
        if offset < count {
            var word: UInt64 = 0
            for place in offset..<count { word = word << 8 | UInt64(cell.base[place]) }
            CellHash.mix(word, &high, &low)
        }
        sum.high &+= CellHash.finish(high)
        sum.low &+= CellHash.finish(low ^ high)
    }

    @inline(__always)
    private static func mix(_ word: UInt64, _ high: inout UInt64, _ low: inout UInt64) {
        high = (high ^ word) &* 0x9E37_79B9_7F4A_7C15
        high = high << 29 | high >> 35
        low = (low &+ word) &* 0xD6E8_FEB8_6659_FD93
        low = low << 37 | low >> 27
    }

    @inline(__always)
    private static func finish(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
