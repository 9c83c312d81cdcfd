/// What a service offers, seen in its events and transactions in range.
public struct ServiceOffer: Tally {
    public var informs = false
    public var starts = false
    public var completesDigitally = false
    /// Channels of what was completed (D13).
    public var completingChannels: Set<String> = []

    public init() {}

    public mutating func add(_ other: ServiceOffer) {
        informs = informs || other.informs
        starts = starts || other.starts
        completesDigitally = completesDigitally || other.completesDigitally
        completingChannels.formUnion(other.completingChannels)
    }
}
