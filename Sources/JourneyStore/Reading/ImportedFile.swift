public import JourneyModel

/// A file that was imported, as the store knows it.
public struct ImportedFile: Hashable, Sendable {
    public var source: String
    /// Without its folder.
    public var name: String

    public init(source: String, name: String) {
        self.source = source
        self.name = name
    }
}

extension StoreReader {
    /// The files that were imported, and when each last was.
    ///
    /// - Throws: `StoreError`.
    public func importedFiles() throws -> [ImportedFile: Timestamp] {
        try read { connection in
            var files: [ImportedFile: Timestamp] = [:]
            let rows = try RawStatement(
                connection,
                """
                SELECT s.name, b.file, max(b.imported_at) FROM batches b JOIN sources s ON s.id = b.source
                WHERE b.file IS NOT NULL GROUP BY s.id, b.file
                """
            )
            while try rows.step() {
                let file = ImportedFile(source: rows.text(0), name: rows.text(1))
                files[file] = Timestamp(milliseconds: rows.int(2))
            }
            return files
        }
    }
}
