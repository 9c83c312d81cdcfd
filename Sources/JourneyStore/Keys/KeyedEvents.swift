/// Those of a block's events that are told apart by keys.
struct KeyedEvents {
    private(set) var keys: [RecordKey] = []
    /// By key: the event's place in the block. Equal keys are in the order of the block.
    private var events: [UInt32] = []
    /// Which keys are of events without an id; empty where none is.
    private(set) var isOfRow: [Bool] = []

    mutating func append(_ key: RecordKey, of event: Int, isOfRow isRow: Bool) {
        if isRow && isOfRow.isEmpty { isOfRow = [Bool](repeating: false, count: keys.count) }
        keys.append(key)
        events.append(UInt32(event))
        if isRow || !isOfRow.isEmpty { isOfRow.append(isRow) }
    }

    /// - Parameter entry: of `keys` in their order.
    @inline(__always)
    func event(_ entry: KeyOrder.Entry) -> Int { Int(events[Int(entry.index)]) }
}
