/// What the checks of a store's data are called (D27).
extension Remark {
    public static let withoutPerson = Remark(.withoutPerson)
    public static let withoutCase = Remark(.withoutCase)
    public static let withoutChannel = Remark(.withoutChannel)
    public static let withoutService = Remark(.withoutService)
    public static let before1990 = Remark(.before1990)
    public static let inFuture = Remark(.inFuture)
    public static let identicalRows = Remark(.identicalRows)
    public static let idsOfTwoSources = Remark(.idsOfTwoSources)
    public static let atSameInstant = Remark(.atSameInstant)
    public static let daysWithoutEvents = Remark(.daysWithoutEvents)

    /// - Parameter nearest: the channel that may have been meant.
    public static func preferencesForChannelNobodyHas(_ channel: String, nearest: String?) -> Remark {
        Remark(.preferencesForChannelNobodyHas, ["channel": .name(channel), "near": nearest.map { .name($0) }])
    }

    public static func preferencesForMoreChannels(_ channels: Int) -> Remark {
        Remark(.preferencesForMoreChannels, ["channels": .number(Double(channels))])
    }
}
