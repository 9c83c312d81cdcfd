import JourneyModel

/// What services offer, seen in their events: I1 to I3, E1, P6 and O5.
struct ServiceEvidence {
    let evidence: [String: Evidence]
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
        func share(_ unless: String?, _ holds: (ServiceScan.Practice) -> Bool) -> Evidence {
            if let unless { return .insufficient(n: nil, because: unless) }
            guard !served.isEmpty else { return .insufficient(n: 0, because: "no event names a service") }
            let count = served.count { holds(found.practices[$0]) }
            return .measured(
                value: Double(count) / Double(served.count),
                n: served.count,
                text: "\(count) of \(served.count) services"
            )
        }
        let noKinds = rules.kinds.contains(.digital) ? nil : "no channel is known to be digital"
        let noStart = rules.hasStart.contains(true) ? nil : "no touchpoint is declared a start"
        let noEnd = rules.hasCompletion.contains(true) ? nil : "nothing says what completes a transaction"
        var evidence: [String: Evidence] = [:]
        evidence["I1"] = share(noKinds) { $0.informs }.noting(
            rules.declaresInformation
                ? nil : "no touchpoint is declared information, so any event on a digital channel counts"
        )
        evidence["I2"] = share(noKinds ?? noStart) { $0.starts }
        evidence["I3"] = ServiceEvidence.ratio(
            found.attributed,
            found.total,
            "events",
            unless: "no event in this scope"
        )
        evidence["E1"] = share(noKinds ?? noEnd) { $0.completesDigitally }
        evidence["O5"] = share(noEnd) { $0.completingChannels.count { $0 } >= 3 }
        evidence["P6"] =
            !knowsActors
            ? .insufficient(n: nil, because: "no event says who acted; map a column to actor with the value system")
            : ServiceEvidence.ratio(
                found.automatic,
                found.known,
                "events whose actor is known",
                unless: "no event's actor is known"
            )
        self.evidence = evidence
        endPoints = found.endPoints
    }

    private static func ratio(_ count: Int, _ total: Int, _ what: String, unless reason: String) -> Evidence {
        guard total > 0 else { return .insufficient(n: 0, because: reason) }
        return .measured(
            value: Double(count) / Double(total),
            n: total,
            text: "\(NumberText.count(count)) of \(NumberText.count(total)) \(what)"
        )
    }
}

extension Evidence {
    /// The same with a remark.
    func noting(_ remark: String?) -> Evidence {
        guard let remark, case .measured(let value, let companion, let n, let text) = self else { return self }
        return .measured(value: value, companion: companion, n: n, text: "\(text); \(remark)")
    }
}
