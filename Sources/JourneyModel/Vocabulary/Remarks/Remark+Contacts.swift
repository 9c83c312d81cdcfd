/// Of contacts that could have been avoided (D18).
extension Remark {
    public static let nobodyGotInTouch = Remark(.nobodyGotInTouch)
    public static let noAssistedChannel = Remark(.noAssistedChannel)
    public static let noAttemptLost = Remark(.noAttemptLost)
    public static let noStartOfAttempts = Remark(.noStartOfAttempts)
    public static let noClosingOutcome = Remark(.noClosingOutcome)
    public static let noResolvedContact = Remark(.noResolvedContact)
    public static let filterHidesContacts = Remark(.filterHidesContacts)
}
