public import JourneyModel

/// What is in a store, without its events.
public struct StoreSummary: Hashable, Sendable {
    public struct Dimension: Hashable, Sendable {
        public var name: String
        /// How many different values.
        public var values: Int
    }

    /// All imports of one source.
    public struct Source: Hashable, Sendable {
        public var name: String
        /// Of the last import, as `file` and `lastImport`.
        public var format: String
        public var file: String?
        public var lastImport: Timestamp
        public var imports: Int
        public var read: Int
        public var stored: Int
        public var duplicates: Int
        public var rejected: Int
        public var skipped: Int
    }

    /// Ids and the persons they stand for (D26).
    public struct Identity: Hashable, Sendable {
        public var ids: Int
        public var persons: Int
        /// Ids that another one stands for.
        public var merges: Int

        public init(ids: Int, persons: Int, merges: Int) {
            self.ids = ids
            self.persons = persons
            self.merges = merges
        }
    }

    /// Counts of the data lint (D27), taken of stored events when they were imported.
    public struct Lint: Hashable, Sendable {
        public var withoutPerson = 0
        public var withoutCase = 0
        public var withoutChannel = 0
        public var withoutService = 0
        public var before1990 = 0
        /// Later than when they were recorded, or imported where no recorded time is known.
        public var inFuture = 0
        public var identicalRows = 0
        public var ties = 0
    }

    public var generation: Int64
    public var isDemo: Bool
    public var events: Int
    /// Persons of events; ids that are one person count once.
    public var people: Int
    public var cases: Int
    public var touchpoints: Int
    public var channels: Int
    public var services: Int
    /// The first and the last event; nil where there is none.
    public var from: Timestamp?
    public var to: Timestamp?
    /// Those that have a value: touchpoint, channel and service first, then the others by name, traits last.
    public var dimensions: [Dimension]
    /// By name.
    public var sources: [Source]
    public var rejects: Int
    public var identity: Identity
    public var lint: Lint
}
