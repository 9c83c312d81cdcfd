import JourneyModel

/// What services offer, seen in their events: I1 to I3, E1, P6 and O5.
struct ServiceEvidence {
    private struct Practice {
        var informs = false
        var starts = false
        var completesDigitally = false
        /// Channels' codes + 1 on which something was completed.
        var completing: Set<Int32> = []
    }

    let evidence: [String: Evidence]

    /// How far back information and starts are looked for (D24).
    private static let window: Milliseconds = 90 * .day

    init(_ analyst: ColumnarAnalyst, ground: JourneyGround) {
        let columns = analyst.allEvents
        let events = JourneyColumns(columns)
        let actor = columns.codes(named: Dimension.actor)
        let actors = analyst.source.dimensionIfAny(Dimension.actor)
        let system = actors?.code(of: "system") ?? -3
        let outbound = analyst.source.dimensionIfAny(Dimension.direction)?.code(of: Direction.outbound) ?? -3
        let mask = ground.filter.mask(of: columns, appliesRange: true)
        let rules = ground.rules
        let recent = Timestamp(milliseconds: ground.stateTime).advanced(by: -ServiceEvidence.window).milliseconds
        var practices = Array(repeating: Practice(), count: rules.services.count + 1)
        var (total, attributed, known, automatic) = (0, 0, 0, 0)
        for index in 0..<events.count where mask.keeps(index) {
            let service = events.service[index]
            let channel = events.channel[index]
            total += 1
            if service >= 0, channel >= 0 { attributed += 1 }
            if actor[index] >= 0 { known += 1 }
            if actor[index] == system { automatic += 1 }
            guard service >= 0 else { continue }
            let slot = Int(service) + 1
            let parts = rules.parts(events.touchpoint[index], service)
            if rules.completes(parts, events.outcome[index], service), channel >= 0 {
                practices[slot].completing.insert(channel)
                if rules.kind(channel) == .digital { practices[slot].completesDigitally = true }
            }
            guard rules.kind(channel) == .digital, events.time[index] > recent else { continue }
            if parts.contains(.start) { practices[slot].starts = true }
            let informs = rules.declaresInformation ? parts.contains(.information) : events.direction[index] != outbound
            if informs { practices[slot].informs = true }
        }
        let served = ground.eventsByService.indices.filter { $0 > 0 && ground.eventsByService[$0] > 0 }
        func share(_ unless: String?, _ holds: (Practice) -> Bool) -> Evidence {
            if let unless { return .insufficient(n: nil, because: unless) }
            guard !served.isEmpty else { return .insufficient(n: 0, because: "no event names a service") }
            let count = served.count { holds(practices[$0]) }
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
        evidence["I3"] = ServiceEvidence.ratio(attributed, total, "events", unless: "no event in this scope")
        evidence["E1"] = share(noKinds ?? noEnd) { $0.completesDigitally }
        evidence["O5"] = share(noEnd) { $0.completing.count >= 3 }
        evidence["P6"] =
            actors == nil
            ? .insufficient(n: nil, because: "no event says who acted; map a column to actor with the value system")
            : ServiceEvidence.ratio(
                automatic,
                known,
                "events whose actor is known",
                unless: "no event's actor is known"
            )
        self.evidence = evidence
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
