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
    public static let noServiceInScope = Remark(.noServiceInScope)
    public static let noRouting = Remark(.noRouting)
    public static let choseNoChannel = Remark(.choseNoChannel)
    public static let preferencesFromTrait = Remark(.preferencesFromTrait)

    public static func contactsWithoutChannel(_ contacts: Int) -> Remark {
        Remark(.contactsWithoutChannel, ["contacts": .count(contacts)])
    }

    public static let contactPointsAssumed = Remark(.contactPointsAssumed)
}
