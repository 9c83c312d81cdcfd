internal import JourneyFormats
public import JourneyModel

/// A document of declarations as the store holds it.
public struct DeclaredText: Hashable, Sendable {
    /// Of the store, when it was declared.
    public var generation: Int64
    public var time: Timestamp
    /// Who declared it, where that is known.
    public var who: String?
    public var declared: Declared

    /// The one that holds; nil where nobody has declared anything.
    ///
    /// - Throws: `RowFault` where the text is none that was written here.
    static func latest(_ connection: OpaquePointer) throws -> DeclaredText? {
        guard try StoreReader.version(connection) >= Schema.firstWithDeclared else { return nil }
        let rows = try RawStatement(
            connection,
            "SELECT \(rules.selection) FROM declarations ORDER BY generation DESC LIMIT 1"
        )
        guard try rows.step() else { return nil }
        try rules.check(rows)
        let generation = rows.int(0)
        let file: DeclarationsFile
        do {
            file = try DeclarationsFile(rows.text(3), name: "declarations")
        } catch {
            throw RowFault(table: "declarations", row: generation, "'text' says what it cannot: \(error)")
        }
        return DeclaredText(
            generation: generation,
            time: Timestamp(milliseconds: rows.int(1)),
            who: rows.optionalText(2),
            declared: Declared(generation: generation, declarations: file.declarations)
        )
    }

    static let rules = TableRules(
        "declarations",
        key: [("generation", .count)],
        [("time", .time), ("who", .optionalText), ("text", .text)]
    )
}

extension StoreReader {
    /// What holds of the store's data; nil where nobody has declared anything.
    ///
    /// - Throws: `StoreError`.
    public func declarations() throws -> DeclaredText? { try read { try DeclaredText.latest($0) } }
}
