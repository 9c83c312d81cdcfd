public import JourneyModel

/// What an import read, file by file.
public struct ImportSummary: Hashable, Sendable {
    public struct File: Hashable, Sendable {
        public var name: String
        public var format: InputFormat
        /// What its bytes are known by.
        public var content: ContentMark?
        /// Rows or events read, with those rejected and skipped.
        public var read = 0
        public var rejected = 0
        /// Rows left out by a rule of the format, as the transitions of a log that complete nothing.
        public var skipped = 0
        /// Rows that were kept, but for optional values of them that could not be read.
        public var partial = 0
        /// Records handed on. A row about a person makes one for each trait.
        public var records = 0
        /// What the reader did that the user should know.
        public var notes: [ImportNote] = []
        /// Columns that no field named, by what became of them; in the order of their names.
        public var dimensions: [String] = []
        public var attributes: [String] = []
        public var dropped: [String] = []

        public init(name: String, format: InputFormat) {
            self.name = name
            self.format = format
        }
    }

    public var files: [File] = []

    public init() {}

    public var read: Int { files.reduce(0) { $0 + $1.read } }
    public var rejected: Int { files.reduce(0) { $0 + $1.rejected } }
    public var partial: Int { files.reduce(0) { $0 + $1.partial } }
    public var skipped: Int { files.reduce(0) { $0 + $1.skipped } }
    public var records: Int { files.reduce(0) { $0 + $1.records } }
}
