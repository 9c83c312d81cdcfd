/// A dimension or trait during an import: its number, its values, and whether the store has it already.
final class ImportDimension {
    let id: Int32
    let name: String
    let isNew: Bool
    let values: NameCodes
    /// Its column in `events`; nil for a trait, and for a new dimension until it is made.
    var column: String?
    /// An event of this import carries it.
    var isOfEvents = false
    /// The last staged event that carries it: a row that names it twice counts the first.
    var lastEvent = -1

    init(id: Int32, name: String, isNew: Bool, column: String?, values: NameCodes) {
        self.id = id
        self.name = name
        self.isNew = isNew
        self.column = column
        self.values = values
    }
}

/// The dimensions and traits of the store and those that an import brings.
final class ImportDimensions {
    private(set) var all: [ImportDimension] = []
    private var byName: [String: Int] = [:]
    private var highest: Int32 = 0
    private let connection: OpaquePointer
    /// What the n-th dimension of the row before was: rows of one file name the same ones in the same order.
    private var before: [(name: String, index: Int)] = []

    init(_ connection: OpaquePointer) throws {
        self.connection = connection
        let sql = """
            SELECT id, name, column_name,
              (SELECT ifnull(max(code), 0) FROM dimension_values v WHERE v.dimension = d.id)
            FROM dimensions d ORDER BY id
            """
        let rows = try RawStatement(connection, sql)
        while try rows.step() {
            let id = rows.code(0)
            try add(id: id, name: rows.text(1), isNew: false, column: rows.optionalText(2), highest: rows.code(3))
            highest = max(highest, id)
        }
    }

    /// The place in `all` of the dimension called `name`, the `position`-th of its row.
    func index(_ name: String, position: Int) throws -> Int {
        if position < before.count, before[position].name == name { return before[position].index }
        let index = try index(name)
        if position < before.count {
            before[position] = (name, index)
        } else if position == before.count {
            before.append((name, index))
        }
        return index
    }

    func index(_ name: String) throws -> Int {
        if let index = byName[name] { return index }
        guard all.count < ImportFailure.mostDimensions else { throw ImportFailure.dimensions }
        highest += 1
        try add(id: highest, name: name, isNew: true, column: nil, highest: 0)
        return all.count - 1
    }

    private func add(id: Int32, name: String, isNew: Bool, column: String?, highest: Int32) throws {
        let lookup = try RawStatement(
            connection,
            "SELECT code FROM dimension_values WHERE dimension = \(id) AND value = ?1"
        )
        byName[name] = all.count
        all.append(
            ImportDimension(
                id: id,
                name: name,
                isNew: isNew,
                column: column,
                values: NameCodes(highest: highest, lookup: lookup)
            )
        )
    }
}
