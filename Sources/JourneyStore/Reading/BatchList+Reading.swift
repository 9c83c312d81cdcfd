public import JourneyModel

extension StoreReader {
    /// What was imported.
    ///
    /// - Throws: `StoreError`.
    public func batches() throws -> BatchList {
        try read { connection in
            try TableRules.batches(version: StoreReader.version(connection)).audit(connection)
            let rows = try RawStatement(
                connection,
                """
                SELECT b.id, s.name, b.file, b.format, b.imported_at, b."read", b.stored, b.duplicates, b.rejected
                FROM batches b JOIN sources s ON s.id = b.source ORDER BY b.id
                """
            )
            var entries: [BatchList.Entry] = []
            while try rows.step() {
                entries.append(
                    BatchList.Entry(
                        batch: Int(rows.int(0)),
                        source: rows.text(1),
                        file: rows.optionalText(2),
                        format: rows.text(3),
                        imported: Timestamp(milliseconds: rows.int(4)),
                        read: Int(rows.int(5)),
                        stored: Int(rows.int(6)),
                        duplicates: Int(rows.int(7)),
                        rejected: Int(rows.int(8))
                    )
                )
            }
            return BatchList(entries: entries)
        }
    }
}
