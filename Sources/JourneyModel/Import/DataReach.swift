/// How far the data of a store reach (D28).
public struct DataReach: Codable, Hashable, Sendable {
    /// H of the definitions: the latest event that is not later than its own recording, or than its import where it has none.
    /// Nil where there is no such event.
    public var horizon: Timestamp?
    /// Events that are later: they count, and do not move the horizon.
    public var later: Int
    /// The latest import.
    public var imported: Timestamp?

    public init(horizon: Timestamp? = nil, later: Int = 0, imported: Timestamp? = nil) {
        self.horizon = horizon
        self.later = later
        self.imported = imported
    }

    /// What other data add to these.
    public mutating func add(_ other: DataReach) {
        horizon = horizon.greater(other.horizon)
        later += other.later
        imported = imported.greater(other.imported)
    }
}
