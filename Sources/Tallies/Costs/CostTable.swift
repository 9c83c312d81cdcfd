public import JourneyModel

/// The store's table of what providing services costs, and the time that the store has data for.
///
/// A cost is of a service and of no person: the table lies whole in one part of a store, or in every part
/// alike, and stays one where parts are added up.
public struct CostTable: Tally {
    public struct Row: Codable, Hashable, Sendable {
        public let service: String
        /// Nil: of all channels.
        public let channel: String?
        public let amount: Double
        public let currency: String
        public let from: Int64
        /// A cost without a span is of its first instant.
        public let end: Int64

        public init(service: String, channel: String?, amount: Double, currency: String, from: Int64, to: Int64) {
            (self.service, self.channel, self.amount, self.currency) = (service, channel, amount, currency)
            self.from = from
            end = max(to, Timestamp(milliseconds: from).advanced(by: 1).milliseconds)
        }
    }

    /// In the order of their import.
    public private(set) var rows: [Row]
    /// The store's first event, and until when anything is known.
    public private(set) var dataFrom: Timestamp?
    public private(set) var horizon: Timestamp?

    public init(_ rows: [Row] = [], dataFrom: Timestamp? = nil, horizon: Timestamp? = nil) {
        self.rows = rows
        self.dataFrom = dataFrom
        self.horizon = horizon
    }

    public mutating func add(_ other: CostTable) {
        if rows.isEmpty { rows = other.rows }
        dataFrom = dataFrom.lesser(other.dataFrom)
        horizon = horizon.greater(other.horizon)
    }
}
