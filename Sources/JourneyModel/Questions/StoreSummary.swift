/// What the store holds now, and where it came from.
public struct SummaryQuestion: Question {
    public typealias Answer = StoreSummary

    public init() {}
}

/// What a store holds and where it came from: `cxm info` and the Data screen.
public struct StoreSummary: Answer {
    public var population: Receipt? { nil }

    public struct Source: Hashable, Sendable {
        public var name: String
        public var format: String
        /// Totals over all imports of this source.
        public var read: Int
        public var stored: Int
        public var duplicates: Int
        public var rejected: Int
        public var imports: Int
        public var lastImport: Timestamp
        /// The last imported file's name, without its folder.
        public var fileName: String

        public init(
            name: String,
            format: String,
            read: Int,
            stored: Int,
            duplicates: Int,
            rejected: Int,
            imports: Int,
            lastImport: Timestamp,
            fileName: String
        ) {
            self.name = name
            self.format = format
            self.read = read
            self.stored = stored
            self.duplicates = duplicates
            self.rejected = rejected
            self.imports = imports
            self.lastImport = lastImport
            self.fileName = fileName
        }
    }

    /// One check of the data (D27): how many rows it concerns, of how many.
    public struct Finding: Hashable, Sendable {
        /// Plain words: "without a channel", "before 1990".
        public var title: String
        public var count: Int
        public var of: Int

        public init(title: String, count: Int, of: Int) {
            self.title = title
            self.count = count
            self.of = of
        }
    }

    /// A row that was not stored, with the source it came from.
    public struct RejectedRow: Hashable, Sendable {
        public var source: String
        public var reject: Reject

        public init(source: String, reject: Reject) {
            self.source = source
            self.reject = reject
        }
    }

    public var events: Int
    public var people: Int
    public var cases: Int
    public var touchpoints: Int
    public var channels: Int
    public var services: Int
    public var from: Timestamp?
    public var to: Timestamp?
    /// Dimensions and traits with their number of distinct values, in the catalog's order.
    public var dimensions: [Catalog.Value]
    /// By name.
    public var sources: [Source]
    /// The latest rejects, at most a hundred; `rejectedTotal` says how many there are.
    public var rejects: [RejectedRow]
    public var rejectedTotal: Int
    /// Ids merged into other persons (D26).
    public var mergedIdentities: Int
    public var findings: [Finding]
    public var schemaVersion: Int
    /// Size of the file in bytes.
    public var bytes: Int64
    public var isDemo: Bool

    public init(
        events: Int,
        people: Int,
        cases: Int,
        touchpoints: Int,
        channels: Int,
        services: Int,
        from: Timestamp?,
        to: Timestamp?,
        dimensions: [Catalog.Value],
        sources: [Source],
        rejects: [RejectedRow],
        rejectedTotal: Int,
        mergedIdentities: Int,
        findings: [Finding],
        schemaVersion: Int,
        bytes: Int64,
        isDemo: Bool
    ) {
        self.events = events
        self.people = people
        self.cases = cases
        self.touchpoints = touchpoints
        self.channels = channels
        self.services = services
        self.from = from
        self.to = to
        self.dimensions = dimensions
        self.sources = sources
        self.rejects = rejects
        self.rejectedTotal = rejectedTotal
        self.mergedIdentities = mergedIdentities
        self.findings = findings
        self.schemaVersion = schemaVersion
        self.bytes = bytes
        self.isDemo = isDemo
    }
}
