import JourneyModel

/// The codes of some persons by name, found in one pass over the names of all: a table of all would be as large as the
/// store has people, and side records name few.
struct PersonNames {
    private var codes: [String: Int32] = [:]

    /// - Parameter wanted: Names; those that no event has are left out.
    init(_ wanted: Set<String>, in source: EventSource) {
        guard !wanted.isEmpty, let ends = source.image.values(.personNameEnds, as: Int64.self),
            let names = source.image.column(.personNames)
        else { return }
        let table = NameHashes(wanted)
        var start = 0
        for code in 0..<ends.count {
            let end = Int(ends[code])
            guard start <= end, end <= names.bytes.count else { return }
            let bytes = UnsafeRawBufferPointer(rebasing: names.bytes[start..<end])
            start = end
            guard table.mayContain(bytes) else { continue }
            let name = String(decoding: bytes, as: UTF8.self)
            if wanted.contains(name) { codes[name] = Int32(code) }
        }
    }

    /// Nil where no event names the person.
    func code(of name: String) -> Int32? { codes[name] }
}

/// Hashes of some names: most names that are not among them are told by that.
private struct NameHashes {
    private var bits: [UInt64]
    private let mask: UInt64

    init(_ names: Set<String>) {
        var size = 1024
        while size < names.count * 16 { size *= 2 }
        bits = Array(repeating: 0, count: size / 64)
        mask = UInt64(size - 1)
        for var name in names {
            let place = name.withUTF8 { NameHashes.hash(UnsafeRawBufferPointer($0)) } & mask
            bits[Int(place >> 6)] |= 1 << (place & 63)
        }
    }

    func mayContain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let place = NameHashes.hash(bytes) & mask
        return bits[Int(place >> 6)] >> (place & 63) & 1 != 0
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash >> 29
    }
}
