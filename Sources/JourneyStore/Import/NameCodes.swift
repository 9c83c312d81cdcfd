/// Numbers for the names of one concept (persons, cases, the values of one dimension) during an import: those that the
/// store has are looked up when they are first met, or read all at once where many rows are to come; new ones are numbered
/// on. Nothing is written until `insertNew`, and then only names that a stored row uses.
final class NameCodes {
    private let known = NameTable()
    /// The table that has the names.
    private let table: String
    private var lookup: RawStatement?
    /// The number of the first name that the store does not have yet.
    let firstNew: Int32
    private var next: Int32
    /// Once one was asked for.
    private var newNames: [Int32: String] = [:]
    /// Whether `insertNew` has inserted any.
    private(set) var hasNew = false
    /// The numbers that stand in rows that are stored. Not the business of whoever gives the numbers: the two happen on
    /// different threads.
    let used = NumberSet()

    /// - Parameters:
    ///   - highest: the highest number in the store, 0 where there is none; at most `StoreLimits.highest`.
    ///   - lookup: finds the number of the name bound to its first parameter.
    init(_ table: String, highest: Int64, lookup: RawStatement?) {
        self.table = table
        firstNew = Int32(clamping: highest) + 1
        next = firstNew
        self.lookup = highest > 0 ? lookup : nil
    }

    func code(_ name: String) throws -> Int32 {
        var name = name
        return try name.withUTF8 { try code($0) }
    }

    @inline(__always)
    func code(_ name: UnsafeBufferPointer<UInt8>) throws -> Int32 {
        let hash = NameTable.hash(name)
        if let code = known.code(name, hash: hash) { return code }
        return try newCode(name, hash)
    }

    /// Reads every name of the store from `rows` (number, name), so that none is looked up any more.
    func load(_ rows: RawStatement) throws {
        guard lookup != nil else { return }
        lookup = nil
        var last: Int64 = 0
        while try rows.step() {
            let number = try stored(rows)
            guard number > last else { throw RowFault(table: table, row: number, "it does not come after row \(last)") }
            last = Int64(number)
            try rows.withText(1) { name in
                let hash = NameTable.hash(name)
                if known.code(name, hash: hash) == nil { try known.insert(name, hash: hash, code: number) }
            }
        }
    }

    /// The number in the first column of a row: one that the store has given.
    private func stored(_ row: RawStatement) throws(RowFault) -> Int32 {
        let number = row.int(0)
        guard number > 0, number < firstNew else {
            throw RowFault(table: table, row: number, "its number is \(number), which it cannot be")
        }
        return Int32(truncatingIfNeeded: number)
    }

    private func newCode(_ name: UnsafeBufferPointer<UInt8>, _ hash: UInt64) throws -> Int32 {
        if let lookup {
            lookup.bind(borrowed: UnsafeRawBufferPointer(name), at: 1)
            defer { lookup.rewind() }
            if try lookup.step() {
                let code = try stored(lookup)
                try known.insert(name, hash: hash, code: code)
                return code
            }
        }
        guard next < .max else { throw ImportFailure.names }
        let code = next
        next += 1
        try known.insert(name, hash: hash, code: code)
        return code
    }

    /// The name that the store does not have yet and that was given `number`; nil where it has the name, or nobody the number.
    func newName(_ number: Int32) -> String? {
        guard number >= firstNew else { return nil }
        if newNames.isEmpty {
            known.forEach { code, name in
                if code >= firstNew { newNames[code] = String(decoding: name, as: UTF8.self) }
            }
        }
        return newNames[number]
    }

    /// How many names `insertNew` inserts.
    var newCount: Int { (firstNew..<next).reduce(0) { $0 + (used[Int($1)] ? 1 : 0) } }

    /// Calls `insert` for every new name that is used, in the order of the numbers.
    func insertNew(_ insert: (Int32, UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        guard next > firstNew else { return }
        try known.forEach { code, name in
            guard code >= firstNew && used[Int(code)] else { return }
            hasNew = true
            try insert(code, name)
        }
    }
}
