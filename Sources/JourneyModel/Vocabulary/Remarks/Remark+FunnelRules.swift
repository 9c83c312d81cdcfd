/// Of the rules by which other tools count a funnel.
extension Remark {
    /// - Parameter days: what the tool gives where nothing is chosen.
    public static func ruleWindow(days: Double) -> Remark { Remark(.ruleWindow, ["days": .number(days)]) }

    public static let ruleStepsInPeriod = Remark(.ruleStepsInPeriod)
    public static let ruleAnyEntry = Remark(.ruleAnyEntry)
    public static let ruleFirstEntry = Remark(.ruleFirstEntry)
    public static let ruleEveryAttempt = Remark(.ruleEveryAttempt)
    public static let ruleVisit = Remark(.ruleVisit)
    public static let ruleEntryAnywhere = Remark(.ruleEntryAnywhere)
    public static let ruleTies = Remark(.ruleTies)
    public static let ruleExclusionVoids = Remark(.ruleExclusionVoids)
    public static let ruleExclusionEnds = Remark(.ruleExclusionEnds)
    public static let ruleStepsRepeat = Remark(.ruleStepsRepeat)
    public static let ruleGrace = Remark(.ruleGrace)
    public static let ruleNoPending = Remark(.ruleNoPending)
    public static let ruleTimedFromLatest = Remark(.ruleTimedFromLatest)
}
