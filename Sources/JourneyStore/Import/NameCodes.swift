/// Codes for the names of one concept (persons, cases, the values of one dimension) during an import: those that the
/// store has are looked up when they are first met, new ones are numbered on. Nothing is written until `insertNew`, and
/// then only names that a stored row uses.
final class NameCodes {
    private var known = NameTable()
    private let lookup: RawStatement?
    /// The code of the first name that the store does not have yet.
    let firstNew: Int32
    /// Where in `known` each new name stands.
    private var newNames: [Int32] = []
    private var isUsed: [Bool] = []

    /// - Parameters:
    ///   - highest: the highest code in the store, 0 where there is none.
    ///   - lookup: finds the code of the name bound to its first parameter.
    init(highest: Int32, lookup: RawStatement) {
        firstNew = highest + 1
        self.lookup = highest > 0 ? lookup : nil
    }

    func code(_ name: String) throws -> Int32 {
        var name = name
        return try name.withUTF8 { bytes in
            let hash = NameTable.hash(bytes)
            if let code = known.code(bytes, hash: hash) { return code }
            return try newCode(bytes, hash)
        }
    }

    private func newCode(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) throws -> Int32 {
        if let lookup {
            lookup.bind(borrowed: UnsafeRawBufferPointer(bytes), at: 1)
            defer { lookup.rewind() }
            if try lookup.step() {
                let code = lookup.code(0)
                known.insert(bytes, hash: hash, code: code)
                return code
            }
        }
        let code = firstNew + Int32(newNames.count)
        newNames.append(Int32(known.count))
        isUsed.append(false)
        known.insert(bytes, hash: hash, code: code)
        return code
    }

    func isNew(_ code: Int32) -> Bool { code >= firstNew }

    /// `code` stands in a row that is stored; -1 is no code.
    @inline(__always)
    func markUsed(_ code: Int32) {
        if code >= firstNew { isUsed[Int(code - firstNew)] = true }
    }

    func insertNew(_ insert: (Int32, String) throws -> Void) throws {
        for index in newNames.indices where isUsed[index] {
            try insert(firstNew + Int32(index), known.name(Int(newNames[index])))
        }
    }
}
