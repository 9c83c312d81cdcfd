/// What was imported: one entry an import of one file, in the order of the imports.
public struct BatchList: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// Its number, by which it is taken out again.
        public var batch: Int
        public var source: String
        /// Nil where it had no name.
        public var file: String?
        public var format: String
        public var imported: Timestamp
        public var read: Int
        public var stored: Int
        public var duplicates: Int
        public var rejected: Int

        public init(
            batch: Int,
            source: String,
            file: String?,
            format: String,
            imported: Timestamp,
            read: Int,
            stored: Int,
            duplicates: Int,
            rejected: Int
        ) {
            self.batch = batch
            self.source = source
            self.file = file
            self.format = format
            self.imported = imported
            self.read = read
            self.stored = stored
            self.duplicates = duplicates
            self.rejected = rejected
        }
    }

    public var entries: [Entry]

    public init(entries: [Entry]) {
        self.entries = entries
    }
}
