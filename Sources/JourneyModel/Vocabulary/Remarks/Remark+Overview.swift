/// What stands out, and what a gap's figure is.
extension Remark {
    public static func completionRose(to completion: Double, _ change: RateDifference) -> Remark {
        Remark(.completionRose, ["completion": .share(completion)], change)
    }

    public static func completionFell(to completion: Double, _ change: RateDifference) -> Remark {
        Remark(.completionFell, ["completion": .share(completion)], change)
    }

    public static func serviceRoseMost(_ service: String, _ change: RateDifference) -> Remark {
        Remark(.serviceRoseMost, ["service": .name(service)], change)
    }

    public static func serviceFellMost(_ service: String, _ change: RateDifference) -> Remark {
        Remark(.serviceFellMost, ["service": .name(service)], change)
    }

    public static func groupCompletesLeast(
        trait: String,
        value: String,
        completion: Double,
        _ change: RateDifference
    ) -> Remark {
        Remark(
            .groupCompletesLeast,
            ["trait": .dimension(trait), "value": .name(value), "completion": .share(completion)],
            change
        )
    }

    /// With the difference and its interval behind what it is of.
    private init(_ id: RemarkID, _ subject: KeyValuePairs<String, Value>, _ change: RateDifference) {
        let figures: KeyValuePairs<String, Value> = [
            "change": .points(change.value), "low": .points(change.interval.low), "high": .points(change.interval.high),
        ]
        self.init(id, (Array(subject) + Array(figures)).map { Argument(name: $0.key, value: $0.value) })
    }

    public static let gapCaptured = Remark(.gapCaptured)
    public static let gapUsed = Remark(.gapUsed)
    public static let gapHonoured = Remark(.gapHonoured)
    public static let gapContacts = Remark(.gapContacts)
    public static let gapCompletion = Remark(.gapCompletion)
    public static let gapTakeUp = Remark(.gapTakeUp)
    public static let gapSatisfaction = Remark(.gapSatisfaction)
    public static let gapLeak = Remark(.gapLeak)
    public static let gapRest = Remark(.gapRest)

    public static func completesLess(_ group: Remark) -> Remark {
        Remark(.completesLess, ["group": .remark(group)])
    }
}
