/// Who prefers a channel that no event names and no mapping declares: nobody can be reached on it.
public struct UnknownPreference: Tally {
    public var people: Int
    /// The channel that has most likely been meant, of those that there are; every part of a store finds the same.
    public var nearest: String?

    public init(people: Int, nearest: String?) {
        self.people = people
        self.nearest = nearest
    }

    public mutating func add(_ other: UnknownPreference) {
        people += other.people
        nearest = nearest ?? other.nearest
    }
}
