/// Of funnels and paths (D1 to D9).
extension Remark {
    public static let noWindow = Remark(.noWindow)
    public static let groupsOverlap = Remark(.groupsOverlap)
    public static let ofEveryService = Remark(.ofEveryService)
    public static let ofEntryService = Remark(.ofEntryService)

    public static func brokenDown(by dimension: String, _ attribution: Remark) -> Remark {
        Remark(.brokenDown, ["dimension": .name(dimension), "attribution": .remark(attribution)])
    }

    public static let firstTouch = Remark(.firstTouch)
    public static let lastTouch = Remark(.lastTouch)
    public static let everyStep = Remark(.everyStep)

    public static func stepNumber(_ step: Int) -> Remark {
        Remark(.stepNumber, ["step": .number(Double(step))])
    }

    public static let earliestEntry = Remark(.earliestEntry)
    public static let occurrences = Remark(.occurrences)

    public static func firstOfEachSubject(_ touchpoint: String) -> Remark {
        Remark(.firstOfEachSubject, ["touchpoint": .name(touchpoint)])
    }

    public static let countedAsOne = Remark(.countedAsOne)
    public static let kept = Remark(.kept)

    public static func periodsOfCalendar(_ length: PeriodLength, in zone: Zone) -> Remark {
        Remark(.periodsOfCalendar, ["length": .choice(length.rawValue), "zone": .name(zone.name)])
    }
}
