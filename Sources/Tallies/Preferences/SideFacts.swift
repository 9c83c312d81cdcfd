/// What the records of preferences and consents in a store are as a whole, where it decides how those of each person count.
public struct SideFacts: Tally {
    /// Whether anything is on record of how people want to be reached: else a trait of persons stands in.
    public var hasPreferences: Bool
    /// How many consents there are by purpose, as they write it.
    public var purposes: TallyTable<String, Int>
    /// Channels that records name, as they spell them.
    public var channels: Set<String>

    public init(
        hasPreferences: Bool = false,
        purposes: TallyTable<String, Int> = TallyTable(),
        channels: Set<String> = []
    ) {
        self.hasPreferences = hasPreferences
        self.purposes = purposes
        self.channels = channels
    }

    public mutating func add(_ other: SideFacts) {
        hasPreferences = hasPreferences || other.hasPreferences
        purposes.add(other.purposes)
        channels.formUnion(other.channels)
    }
}
