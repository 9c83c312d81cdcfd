/// The latest few values, oldest first.
struct Recent<Key: Equatable & Sendable, Value: Sendable>: Sendable {
    struct Entry: Sendable {
        let key: Key
        let value: Value
    }

    private static var limit: Int { 4 }
    private(set) var entries: [Entry] = []

    mutating func keep(_ value: Value, for key: Key) {
        entries.removeAll { $0.key == key }
        entries.append(Entry(key: key, value: value))
        if entries.count > Recent.limit { entries.removeFirst() }
    }
}
