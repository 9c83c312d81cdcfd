/// Whether cases hold together what persons do on several channels (D20: isolation).
public struct LinkageCounts: Tally {
    /// Persons who used several channels of one service, and those of them with a case that has events on several.
    public var several = 0
    public var linked = 0

    public init() {}

    public mutating func add(_ other: LinkageCounts) {
        several += other.several
        linked += other.linked
    }
}
