/// From a store's ids, which may have gaps, to a snapshot's codes, which have none, with the names by code.
struct CodeMap {
    private(set) var names: [String] = []
    /// By id; -1 where an id has no code.
    private var codes: [Int32]

    init(highest: Int32) {
        codes = [Int32](repeating: -1, count: Int(max(0, highest)) + 1)
    }

    mutating func add(_ id: Int32, _ name: String) {
        codes[Int(id)] = Int32(names.count)
        names.append(name)
    }

    /// Gives `id` the code of `other`.
    mutating func alias(_ id: Int32, of other: Int32) {
        codes[Int(id)] = code(other)
    }

    /// -1 for an id that has none, and for -1 itself.
    @inline(__always)
    func code(_ id: Int32) -> Int32 {
        id >= 0 && Int(id) < codes.count ? codes[Int(id)] : -1
    }

    func name(_ id: Int32) -> String {
        let code = code(id)
        return code < 0 ? "" : names[Int(code)]
    }

    /// From rows of id and name in the order of id.
    static func read(_ connection: OpaquePointer, _ sql: String) throws -> CodeMap {
        let statement = try RawStatement(connection, sql)
        var rows: [(Int32, String)] = []
        while try statement.step() { rows.append((statement.code(0), statement.text(1))) }
        var map = CodeMap(highest: rows.last?.0 ?? 0)
        for (id, name) in rows { map.add(id, name) }
        return map
    }
}
