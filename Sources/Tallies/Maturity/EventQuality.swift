/// Events in range, and what they say of themselves.
public struct EventQuality: Tally {
    public var total = 0
    /// With a service and a channel; with an actor; of the system.
    public var attributed = 0
    public var known = 0
    public var automatic = 0

    public init() {}

    public mutating func add(_ other: EventQuality) {
        total += other.total
        attributed += other.attributed
        known += other.known
        automatic += other.automatic
    }
}
