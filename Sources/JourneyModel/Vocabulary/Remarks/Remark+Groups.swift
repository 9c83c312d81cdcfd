/// Who the people behind a figure are, and what happened to them.
extension Remark {
    public static let groupConverted = Remark(.groupConverted)

    public static func groupReached(_ step: String?) -> Remark {
        Remark(.groupReached, ["step": .name(step, or: .theStep)])
    }

    public static func groupStopped(_ step: String?) -> Remark {
        Remark(.groupStopped, ["step": .name(step, or: .theStep)])
    }

    public static func groupPending(_ step: String?) -> Remark {
        Remark(.groupPending, ["step": .name(step, or: .theStep)])
    }

    public static let theStep = Remark(.theStep)

    public static func groupEntered(_ dimension: String, _ value: String) -> Remark {
        Remark(.groupEntered, ["dimension": .dimension(dimension), "value": .name(value)])
    }

    public static func groupOfConverted(_ dimension: String, _ value: String) -> Remark {
        Remark(.groupOfConverted, ["dimension": .dimension(dimension), "value": .name(value)])
    }

    public static func groupUnconverted(_ dimension: String, _ value: String) -> Remark {
        Remark(.groupUnconverted, ["dimension": .dimension(dimension), "value": .name(value)])
    }

    public static let groupContactedAfterWithdrawal = Remark(.groupContactedAfterWithdrawal)
    public static let groupPreferenceMissing = Remark(.groupPreferenceMissing)
    public static let groupPreferenceNotUsed = Remark(.groupPreferenceNotUsed)
    public static let groupReachedElsewhere = Remark(.groupReachedElsewhere)

    public static func groupReachedElsewhereThan(_ channel: String) -> Remark {
        Remark(.groupReachedElsewhereThan, ["channel": .name(channel)])
    }

    public static func groupUnfinished(_ service: String) -> Remark {
        Remark(.groupUnfinished, ["service": .name(service)])
    }

    public static func groupNotOnline(_ service: String) -> Remark {
        Remark(.groupNotOnline, ["service": .name(service)])
    }

    public static func groupDissatisfied(_ service: String) -> Remark {
        Remark(.groupDissatisfied, ["service": .name(service)])
    }

    public static func groupLeaked(_ service: String) -> Remark {
        Remark(.groupLeaked, ["service": .name(service)])
    }

    public static func groupWithTrait(_ trait: String, _ value: String) -> Remark {
        Remark(.groupWithTrait, ["trait": .dimension(trait), "value": .name(value)])
    }

    public static let sinceConverted = Remark(.sinceConverted)
    public static let sinceEntered = Remark(.sinceEntered)
    public static let sinceReached = Remark(.sinceReached)
    public static let sinceContacted = Remark(.sinceContacted)
    public static let sinceStarted = Remark(.sinceStarted)
    public static let sinceFinished = Remark(.sinceFinished)
    public static let sinceRated = Remark(.sinceRated)
    public static let sinceAskedStaff = Remark(.sinceAskedStaff)
}
