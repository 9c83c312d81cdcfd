import JourneyModel

/// Why a subject is in its group, in a few plain words.
struct SubjectWords {
    let query: SubjectsQuery
    let channels: IndexedDimension?
    let sides: SideHistories?

    func why(_ reason: SubjectReason) -> String {
        switch query.group {
        case .funnel(let funnel, let part): step(reason, funnel, part)
        case .contactedAfterWithdrawal:
            "\(reason.first == 1 ? "withdrew" : "refused") \(day(reason.before)), reached by \(side(reason.second))"
                + times(reason.count, "contacts")
        case .preferenceMissing: reason.first == 1 ? "asked, no answer known" : "never asked"
        case .preferenceNotUsed:
            "asked for \(side(reason.first)), no contact cites it" + times(reason.count, "contacts")
        case .preferenceNotHonoured:
            "asked for \(side(reason.first)), reached by \(side(reason.second))" + times(reason.count, "contacts")
        case .unfinished: "started on \(channel(reason.first)), not finished" + times(reason.count, "times")
        case .notOnline: "finished on \(channel(reason.first))" + times(reason.count, "times")
        case .dissatisfied:
            "rated \(score(reason.first)) of \(score(reason.second))" + times(reason.count, "low ratings")
        case .leaked:
            "asked on \(channel(reason.first)) \(SpanText.text(reason.at - reason.before)) after leaving"
                + times(reason.count, "times")
        case .traitGroup:
            "\(NumberText.count(reason.count)) of \(NumberText.count(reason.total)) finished in time"
        }
    }

    private func step(_ reason: SubjectReason, _ funnel: FunnelQuery, _ part: FunnelPart) -> String {
        let entered = "entered \(day(reason.before))"
        let required = funnel.steps.count { !$0.isOptional }
        return switch part {
        case .converted: "took \(SpanText.text(reason.at - reason.before)), \(entered)"
        case .reached, .dropped, .pending, .group: "\(reason.first) of \(required) steps done, \(entered)"
        }
    }

    /// More than once: how often.
    private func times(_ count: Int, _ what: String) -> String {
        count > 1 ? ", \(NumberText.count(count)) \(what)" : ""
    }

    private func day(_ time: Int64) -> String {
        time == .min ? "earlier" : DateText.text(query.scope.zone.date(at: Timestamp(milliseconds: time)))
    }

    /// Of an event's channel.
    private func channel(_ code: Int32) -> String {
        code < 0 ? "an unknown channel" : channels?.name(of: code) ?? "an unknown channel"
    }

    /// Of a channel as preferences name it.
    private func side(_ code: Int32) -> String {
        if code == SideCodes.noPreference { return "no channel in particular" }
        return code < 0 ? "an unknown channel" : sides?.channelName(code) ?? "an unknown channel"
    }

    private func score(_ hundredths: Int32) -> String {
        NumberText.decimal(Double(hundredths) / 100, decimals: hundredths % 100 == 0 ? 0 : 1)
    }
}
