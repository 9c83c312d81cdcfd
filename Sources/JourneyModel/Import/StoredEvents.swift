/// Events as a store has them, in the order of their numbers, with the store's own codes: a person is its number in the
/// store less one, a value its number in its dimension less one. Persons are as the events name them: no alias is resolved.
public struct StoredEvents: Sendable {
    /// Ascending.
    public var numbers: [Int64]
    /// Its dimensions have names and codes, and no values; events lie in the order of `numbers`.
    public var events: EventTable

    public init(numbers: [Int64] = [], events: EventTable = EventTable()) {
        self.numbers = numbers
        self.events = events
    }

    public var count: Int { numbers.count }
}

/// Whoever wants to know what an import stores while it stores it: an index that grows with the store.
public protocol StoredEventSink: AnyObject {
    /// Called in the order of the numbers, never twice at once, on any thread. What it was told holds only once the import
    /// has ended well.
    func take(_ events: StoredEvents) throws

    /// Called once where every event has been told and nothing that is still to be stored says that ids of persons are
    /// one: what can be done with the events alone may begin while the store writes the rest.
    func endOfEvents()
}

extension StoredEventSink {
    public func endOfEvents() {}
}
