/// An id for which another one stands (D26), by codes, and since when both are one: an edge of the tree that joins the ids of
/// one person earliest.
public struct MergedID: Hashable, Sendable {
    public var alias: Int32
    /// The one that stands for it: the oldest id of the person.
    public var person: Int32
    /// The id that it was found to be one with; not always the one that stands for both.
    public var other: Int32
    /// Since when.
    public var since: Int64

    /// - Parameter other: nil: the one that stands for it.
    public init(alias: Int32, person: Int32, other: Int32? = nil, since: Int64 = .min) {
        self.alias = alias
        self.person = person
        self.other = other ?? person
        self.since = since
    }
}
