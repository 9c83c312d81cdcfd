/// What was erased from a store, or would be: rows of each table.
public struct ErasureCounts: Hashable, Sendable {
    public struct Table: Hashable, Sendable {
        public var name: String
        public var rows: Int

        public init(name: String, rows: Int) {
            self.name = name
            self.rows = rows
        }
    }

    /// Persons that were named; ids that are one person count once (D26).
    public var persons: Int
    /// All the ids that those persons have.
    public var ids: Int
    /// Cases that were named.
    public var cases: Int
    /// Every table that has rows of persons, `events` first.
    public var tables: [Table]

    public init(persons: Int, ids: Int, cases: Int, tables: [Table]) {
        self.persons = persons
        self.ids = ids
        self.cases = cases
        self.tables = tables
    }

    /// How many rows of `table`.
    public func rows(of table: String) -> Int { tables.first { $0.name == table }?.rows ?? 0 }
}
