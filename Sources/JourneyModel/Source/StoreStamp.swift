/// Which store, and which state of it: two readings with equal stamps read the same data. A copy of a store that goes its
/// own way has the same `store` and other `state`s.
public struct StoreStamp: Hashable, Sendable {
    /// Drawn at random when the store was made.
    public var store: UInt64
    /// Grows with every change.
    public var generation: Int64
    /// Drawn at random at every change.
    public var state: UInt64

    public init(store: UInt64, generation: Int64, state: UInt64) {
        self.store = store
        self.generation = generation
        self.state = state
    }
}

/// What happened to a store since an earlier stamp, as an index needs to know it.
public enum StoreChange: Hashable, Sendable {
    case none
    /// Rows were only added: events have numbers above this one. Names, traits and tables beside the events may have
    /// grown or changed.
    case appended(after: Int64)
    /// The stamp is of another store, of a state that this store never had, or events have been changed since.
    case unknown
}
