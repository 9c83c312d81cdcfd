internal import JourneyModel

/// A dimension or trait during an import: its number, its values, and whether the store has it already.
final class ImportDimension {
    let id: Int32
    let name: String
    let isNew: Bool
    let subject: Dimension.Subject
    let values: NameCodes
    /// Its column in `events`; nil for a trait, and for a new dimension until it is made.
    var column: String?
    /// A stored event has it, of this import or an earlier one.
    var isOfEvents: Bool

    init(id: Int32, name: String, isNew: Bool, column: String?, values: NameCodes) {
        self.id = id
        self.name = name
        self.isNew = isNew
        self.column = column
        self.values = values
        subject = Dimension.subject(of: name)
        isOfEvents = column != nil
    }
}

/// The dimensions and traits of the store and those that an import brings, in the order of their numbers.
final class ImportDimensions {
    private(set) var all: [ImportDimension] = []
    private var byName: [String: Int] = [:]
    private var highest: Int32 = 0

    init(_ connection: OpaquePointer, _ limits: StoreLimits) throws {
        let rows = try RawStatement(connection, "SELECT id, name, column_name FROM dimensions ORDER BY id")
        while try rows.step() {
            try TableRules.dimensions.check(rows)
            try DimensionColumn.check(rows.optionalText(2), of: rows.int(0))
            let id = rows.code(0)
            let lookup = try RawStatement(
                connection,
                "SELECT code FROM dimension_values WHERE dimension = \(id) AND value = ?1"
            )
            add(
                ImportDimension(
                    id: id,
                    name: rows.text(1),
                    isNew: false,
                    column: rows.optionalText(2),
                    values: NameCodes(
                        "dimension_values",
                        highest: limits.values(of: rows.int(0)),
                        lookup: lookup
                    )
                )
            )
        }
    }

    /// The place in `all` of the dimension called `name`.
    func index(_ name: String) throws -> Int {
        if let index = byName[name] { return index }
        guard all.count < ImportFailure.mostDimensions else { throw ImportFailure.dimensions }
        add(
            ImportDimension(
                id: highest + 1,
                name: name,
                isNew: true,
                column: nil,
                values: NameCodes("dimension_values", highest: 0, lookup: nil)
            )
        )
        return all.count - 1
    }

    private func add(_ dimension: ImportDimension) {
        byName[dimension.name] = all.count
        all.append(dimension)
        highest = max(highest, dimension.id)
    }
}
