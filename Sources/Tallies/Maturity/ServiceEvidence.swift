import JourneyModel

/// What services offer, seen in their events: I1 to I3, E1, P6 and O5.
struct ServiceEvidence {
    let evidence: [CriterionID: Evidence]

    init(_ tally: MaturityTally) {
        let (signs, events) = (tally.signs, tally.events)
        let offers = tally.services.pairs.filter { $0.key != .missing }.map(\.value)
        func share(_ unless: Remark?, _ holds: (ServiceOffer) -> Bool) -> Evidence {
            if let unless { return .insufficient(n: nil, because: unless) }
            guard !offers.isEmpty else { return .insufficient(n: 0, because: .noService) }
            let count = offers.count(where: holds)
            return .measured(
                value: Double(count) / Double(offers.count),
                n: offers.count,
                over: .servicesOf(count, of: offers.count)
            )
        }
        let noKinds: Remark? = signs.digitalChannel ? nil : .noDigitalChannel
        let noStart: Remark? = signs.start ? nil : .noStart
        let noEnd: Remark? = signs.completion ? nil : .completionUndefined
        var evidence: [CriterionID: Evidence] = [:]
        evidence[.i1] = share(noKinds) { $0.informs }.noting(signs.information ? nil : .noInformationRole)
        evidence[.i2] = share(noKinds ?? noStart) { $0.starts }
        evidence[.i3] = ServiceEvidence.ratio(events.attributed, events.total, Remark.eventsOf, unless: .noEvent)
        evidence[.e1] = share(noKinds ?? noEnd) { $0.completesDigitally }
        evidence[.o5] = share(noEnd) { $0.completingChannels.count >= 3 }
        evidence[.p6] =
            !signs.actor
            ? .insufficient(n: nil, because: .noActor)
            : ServiceEvidence.ratio(
                tally.steps.bySystem,
                tally.steps.bySystem + tally.steps.byStaff,
                Remark.stepsBySystemOrStaff,
                unless: .noStepByStaff
            )
        self.evidence = evidence
    }

    private static func ratio(
        _ count: Int,
        _ total: Int,
        _ over: (Int, Int) -> Remark,
        unless reason: Remark
    ) -> Evidence {
        guard total > 0 else { return .insufficient(n: 0, because: reason) }
        return .measured(
            value: Double(count) / Double(total),
            n: total,
            over: over(count, total)
        )
    }
}

extension Evidence {
    /// The same with a remark.
    fileprivate func noting(_ remark: Remark?) -> Evidence {
        guard let remark, case .measured(let value, let companion, let n, let over) = self else { return self }
        return .measured(value: value, companion: companion, n: n, over: .withNote(over, note: remark))
    }
}
