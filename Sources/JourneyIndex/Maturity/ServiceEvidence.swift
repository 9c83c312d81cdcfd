import JourneyModel

/// What services offer, seen in their events: I1 to I3, E1, P6 and O5.
struct ServiceEvidence {
    let evidence: [CriterionID: Evidence]
    /// Kinds of end point that occur in a service.
    let endPoints: Set<EndPoint>

    /// - Throws: `CancellationError`.
    static func of(_ analyst: ColumnarAnalyst, _ ground: JourneyGround) async throws -> ServiceEvidence {
        let start = ServiceScan(analyst.source, ground)
        let parts = try await ground.live.scanRows(into: { start }, { $0.take($1) }, result: { $0 })
        let found = parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
        let knowsActors = analyst.source.dimensionIfAny(Dimension.actor) != nil
        return ServiceEvidence(found, ground, knowsActors: knowsActors)
    }

    private init(_ found: ServiceScan, _ ground: JourneyGround, knowsActors: Bool) {
        let rules = ground.rules
        let served = ground.eventsByService.indices.filter { $0 > 0 && ground.eventsByService[$0] > 0 }
        func share(_ unless: Remark?, _ holds: (ServiceScan.Practice) -> Bool) -> Evidence {
            if let unless { return .insufficient(n: nil, because: unless) }
            guard !served.isEmpty else { return .insufficient(n: 0, because: .noService) }
            let count = served.count { holds(found.practices[$0]) }
            return .measured(
                value: Double(count) / Double(served.count),
                n: served.count,
                over: .servicesOf(count, of: served.count)
            )
        }
        let noKinds: Remark? = rules.kinds.contains(.digital) ? nil : .noDigitalChannel
        let noStart: Remark? = rules.hasStart.contains(true) ? nil : .noStart
        let noEnd: Remark? = rules.hasCompletion.contains(true) ? nil : .completionUndefined
        var evidence: [CriterionID: Evidence] = [:]
        evidence[.i1] = share(noKinds) { $0.informs }.noting(
            rules.declaresInformation ? nil : .noInformationRole
        )
        evidence[.i2] = share(noKinds ?? noStart) { $0.starts }
        evidence[.i3] = ServiceEvidence.ratio(found.attributed, found.total, Remark.eventsOf, unless: .noEvent)
        evidence[.e1] = share(noKinds ?? noEnd) { $0.completesDigitally }
        evidence[.o5] = share(noEnd) { $0.completingChannels.count { $0 } >= 3 }
        evidence[.p6] =
            !knowsActors
            ? .insufficient(n: nil, because: .noActor)
            : ServiceEvidence.ratio(
                found.automatic,
                found.known,
                Remark.eventsOfKnownActor,
                unless: .noActorKnown
            )
        self.evidence = evidence
        endPoints = found.endPoints
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
    func noting(_ remark: Remark?) -> Evidence {
        guard let remark, case .measured(let value, let companion, let n, let over) = self else { return self }
        return .measured(value: value, companion: companion, n: n, over: .withNote(over, note: remark))
    }
}
