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

    /// - Parameters:
    ///   - kind: of the records, as the store calls their table.
    ///   - nearest: the name that may have been meant.
    public static func recordsOfNobodysName(
        _ kind: String,
        _ dimension: String,
        _ name: String,
        nearest: String?
    ) -> Remark {
        Remark(
            .recordsOfNobodysName,
            [
                "kind": .choice(kind), "dimension": .dimension(dimension), "name": .name(name),
                "near": nearest.map { .name($0) },
            ]
        )
    }

    public static func recordsOfMoreNames(_ kind: String, _ dimension: String, _ names: Int) -> Remark {
        Remark(
            .recordsOfMoreNames,
            ["kind": .choice(kind), "dimension": .dimension(dimension), "names": .number(Double(names))]
        )
    }

    /// - Parameter nearest: the word of a rule that may have been meant.
    public static func wordNotUnderstood(_ dimension: String, _ word: String, nearest: String) -> Remark {
        Remark(
            .wordNotUnderstood,
            ["dimension": .dimension(dimension), "word": .name(word), "near": .name(nearest)]
        )
    }

    /// - Parameter nearest: the channel that may have been meant.
    public static func preferencesForChannelNobodyHas(_ channel: String, nearest: String?) -> Remark {
        Remark(.preferencesForChannelNobodyHas, ["channel": .name(channel), "near": nearest.map { .name($0) }])
    }

    public static func preferencesForMoreChannels(_ channels: Int) -> Remark {
        Remark(.preferencesForMoreChannels, ["channels": .number(Double(channels))])
    }
}
