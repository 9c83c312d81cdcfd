/// Events in range, and what they say of themselves.
public struct EventQuality: Tally {
    public var total = 0
    /// With a service and a channel.
    public var attributed = 0

    public init() {}

    public mutating func add(_ other: EventQuality) {
        total += other.total
        attributed += other.attributed
    }
}
