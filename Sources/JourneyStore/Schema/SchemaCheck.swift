internal import GRDBSQLite

/// Whether what a file calls its tables are the tables of a store, as this program makes them: nothing added, nothing
/// replaced. A view in the place of a table, a trigger, a column that is computed or an index on an expression would run
/// statements of whoever made the file.
enum SchemaCheck {
    /// - Throws: `StoreError.altered`, with what is wrong; `StoreError.newer` and `older`.
    static func run(_ connection: OpaquePointer, path: String) throws {
        let version = try StoreReader.version(connection)
        guard version > 0 else { throw StoreError.notAStore(path: path, detail: "it has no tables of a store") }
        if version > Schema.version { throw StoreError.newer(path: path, version: version) }
        guard version >= Schema.oldestReadable else { throw StoreError.older(path: path, version: version) }
        let expected = try ExpectedSchema.of(version: version)
        var missing = expected.objects
        // Said last: where a table was put in another's place, SQLite has changed the text of those that refer to it.
        var changed: SchemaObject?
        let rows = try RawStatement(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema")
        while try rows.step() {
            let object = SchemaObject(type: rows.text(0), name: rows.text(1), table: rows.text(2))
            // What ANALYZE counts only helps to choose an index.
            if object.type == "table", object.name.hasPrefix("sqlite_stat") { continue }
            guard let sql = missing.removeValue(forKey: object) else {
                throw StoreError.altered(path: path, detail: expected.complaint(about: object))
            }
            if !SchemaCheck.isMade(object, rows.optionalText(3), expected: sql) { changed = changed ?? object }
        }
        if let changed {
            let detail = "its \(changed.type) '\(changed.name)' is not made as cxm makes it"
            throw StoreError.altered(path: path, detail: detail)
        }
        if let first = missing.keys.min(by: { $0.name < $1.name }) {
            throw StoreError.altered(path: path, detail: "it has no \(first.type) '\(first.name)'")
        }
    }

    private static func isMade(_ object: SchemaObject, _ sql: String?, expected: String?) -> Bool {
        // No statement of ours reads the view, and no connection of ours could.
        if object.type == "view" { return true }
        guard let sql, let expected else { return sql == nil && expected == nil }
        if object.name == "events" { return isEvents(sql, expected) }
        return words(sql) == words(expected)
    }

    /// Imports add a column for each dimension.
    private static func isEvents(_ sql: String, _ expected: String) -> Bool {
        let start = words(expected).dropLast()
        let text = words(sql)
        guard text.hasPrefix(start) else { return false }
        return text.dropFirst(start.count).wholeMatch(of: /(?:, dim_[0-9]{1,9} INTEGER)*\)/) != nil
    }

    /// However it is broken into lines.
    private static func words(_ sql: String) -> String {
        sql.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }.joined(separator: " ")
    }
}

/// What `sqlite_schema` lists.
struct SchemaObject: Hashable {
    var type: String
    var name: String
    var table: String
}

/// The tables, indexes and the view of a store of one version.
struct ExpectedSchema {
    /// What made each; nil where SQLite made it by itself.
    let objects: [SchemaObject: String?]

    static func of(version: Int) throws -> ExpectedSchema {
        if version == Schema.version { return try current.get() }
        return try read(version: version)
    }

    private static let current = Result { try read(version: Schema.version) }

    /// Read from a database that is made as a store is.
    private static func read(version: Int) throws -> ExpectedSchema {
        try MemoryDatabase.with(Schema.sql(version: version)) { connection in
            var objects: [SchemaObject: String?] = [:]
            let rows = try RawStatement(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema")
            while try rows.step() {
                objects.updateValue(
                    rows.optionalText(3),
                    forKey: SchemaObject(type: rows.text(0), name: rows.text(1), table: rows.text(2))
                )
            }
            return ExpectedSchema(objects: objects)
        }
    }

    /// What is wrong with an object that a store does not have.
    func complaint(about object: SchemaObject) -> String {
        switch object.type {
        case "trigger": "it has a trigger '\(object.name)' on '\(object.table)'; cxm makes none"
        case "table", "view":
            if let ours = objects.keys.first(where: { $0.name == object.name && $0.type != object.type }) {
                "its '\(object.name)' is a \(object.type) where a \(ours.type) belongs"
            } else {
                "it has a \(object.type) '\(object.name)' that cxm did not make"
            }
        default: "it has an \(object.type) '\(object.name)' on '\(object.table)' that cxm did not make"
        }
    }
}
