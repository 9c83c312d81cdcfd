/// Events as a reader found them, some ten thousand at a time, in the order of the file: a column a field. Texts that come
/// again and again are coded within the batch; what differs from row to row is kept as bytes.
///
/// An optional column is empty where no event of the batch has a value, else as long as the others.
public struct EventBatch: Sendable {
    /// A dimension or trait: its values in the order they were first met, and a code for each event.
    public struct Column: Sendable {
        /// Of a trait the full name, `person.NAME` or `case.NAME`.
        public var name: String
        public var values: [String] = []
        /// -1 where the event has no value.
        public var codes: [Int32] = []

        public init(name: String) {
            self.name = name
        }
    }

    /// A text for each event; empty where it has none.
    public struct Attribute: Sendable {
        public var name: String
        public var texts = TextColumn()

        public init(name: String) {
            self.name = name
        }
    }

    /// 128 bits of an event's canonical row, or of the cells of its row.
    public struct RowHash: Hashable, Sendable {
        public var high: UInt64
        public var low: UInt64

        public init(high: UInt64, low: UInt64) {
            self.high = high
            self.low = low
        }
    }

    public var count = 0
    /// Milliseconds UTC.
    public var time: [Int64] = []
    /// Milliseconds UTC; `EventBatch.none` for none.
    public var end: [Int64] = []
    public var recorded: [Int64] = []
    public var sequence: [Int64] = []
    /// Milliseconds.
    public var duration: [Int64] = []
    /// Not a number for none.
    public var cost: [Double] = []
    public var person = TextColumn()
    public var caseID = TextColumn()
    public var session = TextColumn()
    public var eventID = TextColumn()
    /// What is kept but is no dimension, by name.
    public var attributes: [Attribute] = []
    /// Every event has the dimension touchpoint.
    public var dimensions: [Column] = []
    public var traits: [Column] = []
    /// Of events without an id; empty where all have one.
    public var rowHash: [RowHash] = []
    /// Whether that is of the cells as they stood in the file.
    public var isKnownByCells = false

    /// Stands for a missing value in columns of whole numbers.
    public static let none = Int64.min

    public init() {}
}
