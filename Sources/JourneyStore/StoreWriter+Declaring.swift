internal import JourneyFormats
public import JourneyModel

extension StoreWriter {
    /// Makes `declarations` what holds of the store's data. They are in, whole, or those from before hold; nothing that was
    /// imported changes. What held before is kept.
    ///
    /// - Parameters:
    ///   - now: the time of the declaration.
    ///   - who: who declares it, where that is known.
    /// - Returns: the generation of the store since which they hold: that of before where they are no others.
    /// - Throws: `StoreError`.
    public func declare(_ declarations: Declarations, now: Timestamp, who: String?) throws -> Int64 {
        try write { _, connection in
            if let known = try DeclaredText.latest(connection), known.declared.declarations == declarations {
                return known.generation
            }
            try StoreHistory.record(.declare, in: connection)
            let generation = try StoreHistory.generation(connection)
            let row = try RawStatement(
                connection,
                "INSERT INTO declarations(generation, time, who, text) VALUES (?1, ?2, ?3, ?4)"
            )
            row.bind(generation, at: 1)
            row.bind(now.milliseconds, at: 2)
            if let who { row.bind(who, at: 3) }
            row.bind(declarations.toml, at: 4)
            try row.run()
            return generation
        }
    }
}
