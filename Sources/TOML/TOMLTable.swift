/// The keys of a table and their values, in the order in which the text first names them.
public struct TOMLTable: Sendable {
    public struct Entry: Sendable {
        public let key: String
        /// Where the key stands: for a table, in its header.
        public let place: TOMLPlace
        public let value: TOMLValue

        public var line: Int { place.line }
    }

    public let entries: [Entry]
    private let places: [TOMLName: Int]

    init(_ entries: [Entry]) {
        self.entries = entries
        var places: [TOMLName: Int] = [:]
        for (index, entry) in entries.enumerated() { places[TOMLName(entry.key)] = index }
        self.places = places
    }

    public var keys: [String] { entries.map(\.key) }

    public func entry(_ key: String) -> Entry? { places[TOMLName(key)].map { entries[$0] } }

    public subscript(key: String) -> TOMLValue? { entry(key)?.value }

    /// Those whose keys are none of `known`.
    public func entries(otherThan known: [String]) -> [Entry] { entries.filter { !known.contains($0.key) } }

    /// The line on which `key` stands.
    public func line(of key: String) -> Int? { entry(key)?.line }
}

/// A key as TOML compares it: byte by byte. Swift takes é for the same as e with an accent behind it.
struct TOMLName: Hashable {
    private let bytes: [UInt8]

    init(_ key: String) { bytes = Array(key.utf8) }
}
