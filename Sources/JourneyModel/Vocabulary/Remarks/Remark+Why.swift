/// Why somebody is in a list of people.
extension Remark {
    public static func whyWithdrew(_ day: CivilDate?, reachedBy channel: WhichChannel, contacts: Int) -> Remark {
        Remark(
            .whyWithdrew,
            ["day": .day(day, or: .earlier), "channel": .channel(channel), "contacts": .count(contacts)]
        )
    }

    public static func whyRefused(_ day: CivilDate?, reachedBy channel: WhichChannel, contacts: Int) -> Remark {
        Remark(
            .whyRefused,
            ["day": .day(day, or: .earlier), "channel": .channel(channel), "contacts": .count(contacts)]
        )
    }

    public static let whyNoAnswer = Remark(.whyNoAnswer)
    public static let whyNeverAsked = Remark(.whyNeverAsked)

    public static func whyNotCited(askedFor channel: WhichChannel, contacts: Int) -> Remark {
        Remark(.whyNotCited, ["channel": .channel(channel), "contacts": .count(contacts)])
    }

    public static func whyReachedElsewhere(
        askedFor asked: WhichChannel,
        reachedBy reached: WhichChannel,
        contacts: Int
    ) -> Remark {
        Remark(
            .whyReachedElsewhere,
            ["asked": .channel(asked), "reached": .channel(reached), "contacts": .count(contacts)]
        )
    }

    public static func whyNotFinished(on channel: WhichChannel, times: Int) -> Remark {
        Remark(.whyNotFinished, ["channel": .channel(channel), "times": .count(times)])
    }

    public static func whyFinishedOn(_ channel: WhichChannel, times: Int) -> Remark {
        Remark(.whyFinishedOn, ["channel": .channel(channel), "times": .count(times)])
    }

    public static func whyRated(_ score: Double, of scale: Double, ratings: Int) -> Remark {
        Remark(.whyRated, ["score": .number(score), "scale": .number(scale), "ratings": .count(ratings)])
    }

    public static func whyAskedStaff(on channel: WhichChannel, after: Milliseconds, times: Int) -> Remark {
        Remark(.whyAskedStaff, ["channel": .channel(channel), "after": .span(after), "times": .count(times)])
    }

    public static func whyFinishedInTime(_ finished: Int, of all: Int) -> Remark {
        Remark(.whyFinishedInTime, ["finished": .part(finished, of: all)])
    }

    public static func whyConverted(took span: Milliseconds, entered day: CivilDate?) -> Remark {
        Remark(.whyConverted, ["span": .span(span), "entered": .day(day, or: .earlier)])
    }

    public static func whyStepsDone(_ done: Int, of steps: Int, entered day: CivilDate?) -> Remark {
        Remark(
            .whyStepsDone,
            ["done": .number(Double(done)), "steps": .number(Double(steps)), "entered": .day(day, or: .earlier)]
        )
    }

    public static let earlier = Remark(.earlier)
    public static let unknownChannel = Remark(.unknownChannel)
    public static let noChannelInParticular = Remark(.noChannelInParticular)
}
