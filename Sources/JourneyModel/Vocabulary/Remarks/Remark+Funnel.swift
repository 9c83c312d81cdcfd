/// Of funnels and paths (D1 to D9).
extension Remark {
    public static let noWindow = Remark(.noWindow)
    public static let groupsOverlap = Remark(.groupsOverlap)

    /// - Parameter finished: journeys that finish.
    public static func stepsSuggested(_ finished: Int) -> Remark {
        Remark(.stepsSuggested, ["finished": .count(finished)])
    }

    /// - Parameters:
    ///   - name: of the funnel.
    ///   - service: whose funnel it is; nil: nobody's in particular.
    public static func stepsDeclared(_ name: String?, _ service: String?) -> Remark {
        Remark(.stepsDeclared, ["name": name.map { .name($0) }, "service": service.map { .name($0) }])
    }

    /// - Parameter service: nil where events name none.
    public static func stepsByRoles(_ service: String?) -> Remark {
        Remark(.stepsByRoles, ["service": service.map { .name($0) }])
    }

    public static func stepsBetween(_ steps: [String], _ finished: Int) -> Remark {
        Remark(.stepsBetween, ["steps": .names(steps), "finished": .count(finished)])
    }

    public static func stepsLeftOut(_ steps: [String]) -> Remark {
        Remark(.stepsLeftOut, ["steps": .names(steps)])
    }

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
