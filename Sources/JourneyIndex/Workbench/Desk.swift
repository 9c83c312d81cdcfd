import Synchronization

/// What questions share, made when the first needs it: what depends on the store alone is kept, of what belongs to a scope
/// only the latest few. Of the size of events it keeps no more than a bit for each, and that only under filters.
///
/// It knows none of these things: each folder that makes one says in an extension of the desk what it is.
final class Desk: Sendable {
    /// By type: there is one of each.
    private let kept = Mutex<[ObjectIdentifier: any Sendable]>([:])

    /// The value of that type; nil where there is none yet.
    func kept<Value: Sendable>(_ type: Value.Type) -> Value? {
        kept.withLock { $0[ObjectIdentifier(type)] as? Value }
    }

    /// Keeps `value` for good, and returns it.
    func keep<Value: Sendable>(_ value: Value) -> Value {
        kept.withLock { $0[ObjectIdentifier(Value.self)] = value }
        return value
    }

    /// The latest values of that type and what they are of, oldest first.
    func latest<Key: Equatable & Sendable, Value: Sendable>(
        _ type: Value.Type,
        by key: Key.Type
    ) -> [Recent<Key, Value>.Entry] {
        kept(Recent<Key, Value>.self)?.entries ?? []
    }

    /// The value that was kept for `key`; else what `make` makes, kept until a few others have come.
    func latest<Key: Equatable & Sendable, Value: Sendable>(
        for key: Key,
        make: () async throws -> Value
    ) async rethrows -> Value {
        if let known = latest(Value.self, by: Key.self).first(where: { $0.key == key }) { return known.value }
        return keep(try await make(), for: key)
    }

    /// Keeps `value` until a few others have come, and returns it.
    func keep<Key: Equatable & Sendable, Value: Sendable>(_ value: Value, for key: Key) -> Value {
        kept.withLock { kept in
            let place = ObjectIdentifier(Recent<Key, Value>.self)
            var recent = kept[place] as? Recent<Key, Value> ?? Recent()
            recent.keep(value, for: key)
            kept[place] = recent
        }
        return value
    }
}
