import Synchronization

/// The names of persons or cases by code, read where they lie; the way back, from a name to its code, is made when it is
/// first asked for.
final class SubjectNames: Sendable {
    /// Codes in use.
    let count: Int
    private let image: IndexImage
    private let names: ColumnID
    private let ends: ColumnID
    private let byName = Mutex<[String: Int32]?>(nil)

    init(_ image: IndexImage, count: Int, names: ColumnID, ends: ColumnID) {
        self.image = image
        self.count = count
        self.names = names
        self.ends = ends
    }

    /// Empty for a code that the index has no name of.
    func name(_ code: Int32) -> String {
        guard let ends = image.values(ends, as: Int64.self), let names = image.column(names) else { return "" }
        return SubjectNames.text(Int(code), ends, names.bytes)
    }

    func code(of name: String) -> Int32? {
        byName.withLock { known in
            if known == nil { known = table() }
            return known?[name]
        }
    }

    private func table() -> [String: Int32] {
        guard let ends = image.values(ends, as: Int64.self), let names = image.column(names) else { return [:] }
        var table: [String: Int32] = Dictionary(minimumCapacity: ends.count)
        for code in 0..<ends.count { table[SubjectNames.text(code, ends, names.bytes)] = Int32(code) }
        return table
    }

    private static func text(_ code: Int, _ ends: Column<Int64>, _ bytes: UnsafeRawBufferPointer) -> String {
        guard code >= 0, code < ends.count else { return "" }
        let start = code == 0 ? 0 : Int(ends[code - 1])
        let end = Int(ends[code])
        guard start <= end, end <= bytes.count else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
