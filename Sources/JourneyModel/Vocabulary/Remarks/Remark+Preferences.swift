/// Of preferences and consent (D16, D17).
extension Remark {
    public static let noDirection = Remark(.noDirection)
    public static let noOutboundInScope = Remark(.noOutboundInScope)
    public static let noPreferences = Remark(.noPreferences)
    public static let traitSaysNotWhoWasAsked = Remark(.traitSaysNotWhoWasAsked)
    public static let noPrompts = Remark(.noPrompts)
    public static let noConsentGrantsNothing = Remark(.noConsentGrantsNothing)
    public static let noRoutingColumn = Remark(.noRoutingColumn)
    public static let nobodyHadPreference = Remark(.nobodyHadPreference)
    public static let nobodyHadChosen = Remark(.nobodyHadChosen)
    public static let noContentPreferences = Remark(.noContentPreferences)
    public static let noTailoring = Remark(.noTailoring)
    public static let nobodyHadContentPreference = Remark(.nobodyHadContentPreference)
    public static let noConsent = Remark(.noConsent)
    public static let nobodyAskedForConsent = Remark(.nobodyAskedForConsent)
    public static let noPreferenceRows = Remark(.noPreferenceRows)
    public static let noPromptsOfServices = Remark(.noPromptsOfServices)
    public static let noServiceInScope = Remark(.noServiceInScope)
    public static let noRouting = Remark(.noRouting)
    public static let choseNoChannel = Remark(.choseNoChannel)
    public static let preferencesFromTrait = Remark(.preferencesFromTrait)

    public static func contactsWithoutChannel(_ contacts: Int) -> Remark {
        Remark(.contactsWithoutChannel, ["contacts": .count(contacts)])
    }

    /// - Parameters:
    ///   - people: to whom the contacts went.
    ///   - purposes: of the contacts; the first few are said.
    public static func contactsUncovered(_ contacts: Int, people: Int, purposes: [String]) -> Remark {
        Remark(
            .contactsUncovered,
            [
                "contacts": .count(contacts), "people": .count(people),
                "purposes": purposes.isEmpty ? nil : .names(Array(purposes.prefix(5))),
            ]
        )
    }

    /// - Parameter nearest: the channel that may have been meant.
    public static func channelNobodyHas(_ channel: String, people: Int, nearest: String?) -> Remark {
        Remark(
            .channelNobodyHas,
            ["channel": .name(channel), "people": .count(people), "near": nearest.map { .name($0) }]
        )
    }

    /// - Parameter services: they collect preferences of a kind for which no prompt was recorded.
    public static func servicesCollectUnasked(_ services: Int) -> Remark {
        Remark(.servicesCollectUnasked, ["services": .number(Double(services))])
    }

    public static let contactPointsAssumed = Remark(.contactPointsAssumed)
}
