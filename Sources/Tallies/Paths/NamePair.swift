/// One value right before another.
public struct NamePair: Codable, Comparable, Hashable, Sendable {
    public var from: ValueName
    public var to: ValueName

    public init(from: ValueName, to: ValueName) {
        self.from = from
        self.to = to
    }

    public static func < (left: NamePair, right: NamePair) -> Bool {
        (left.from, left.to) < (right.from, right.to)
    }
}
