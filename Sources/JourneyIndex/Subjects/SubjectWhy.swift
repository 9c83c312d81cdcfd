import JourneyModel

/// Why a subject is in its group.
struct SubjectWhy {
    let query: SubjectsQuery
    let channels: IndexedDimension?
    let sides: SideHistories?

    func why(_ reason: SubjectReason) -> Remark {
        switch query.group {
        case .funnel(let funnel, let part): step(reason, funnel, part)
        case .contactedAfterWithdrawal:
            reason.first == 1
                ? .whyWithdrew(day(reason.before), reachedBy: side(reason.second), contacts: reason.count)
                : .whyRefused(day(reason.before), reachedBy: side(reason.second), contacts: reason.count)
        case .preferenceMissing: reason.first == 1 ? .whyNoAnswer : .whyNeverAsked
        case .preferenceNotUsed: .whyNotCited(askedFor: side(reason.first), contacts: reason.count)
        case .preferenceNotHonoured:
            .whyReachedElsewhere(
                askedFor: side(reason.first),
                reachedBy: side(reason.second),
                contacts: reason.count
            )
        case .unfinished: .whyNotFinished(on: channel(reason.first), times: reason.count)
        case .notOnline: .whyFinishedOn(channel(reason.first), times: reason.count)
        case .dissatisfied: .whyRated(score(reason.first), of: score(reason.second), ratings: reason.count)
        case .leaked:
            .whyAskedStaff(on: channel(reason.first), after: reason.at - reason.before, times: reason.count)
        case .traitGroup: .whyFinishedInTime(reason.count, of: reason.total)
        }
    }

    private func step(_ reason: SubjectReason, _ funnel: FunnelQuery, _ part: FunnelPart) -> Remark {
        let entered = day(reason.before)
        let required = funnel.steps.count { !$0.isOptional }
        return switch part {
        case .converted: .whyConverted(took: reason.at - reason.before, entered: entered)
        case .reached, .dropped, .pending, .group:
            .whyStepsDone(Int(reason.first), of: required, entered: entered)
        }
    }

    /// Nil where it was before anything that is known.
    private func day(_ time: Int64) -> CivilDate? {
        time == .min ? nil : query.scope.zone.date(at: Timestamp(milliseconds: time))
    }

    /// Of an event's channel.
    private func channel(_ code: Int32) -> Remark.WhichChannel {
        guard code >= 0, let channels else { return .unknown }
        return .named(channels.name(of: code))
    }

    /// Of a channel as preferences name it.
    private func side(_ code: Int32) -> Remark.WhichChannel {
        if code == SideCodes.noPreference { return .noneInParticular }
        guard code >= 0, let sides else { return .unknown }
        return .named(sides.channelName(code))
    }

    private func score(_ hundredths: Int32) -> Double { Double(hundredths) / 100 }
}
