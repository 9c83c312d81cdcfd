import JourneyModel

/// What becomes of transactions: E2, E3, O2, O4 and C4.
extension ColumnarAnalyst {
    func transactionEvidence(_ ground: JourneyGround, _ tally: TransactionTally) -> [CriterionID: Evidence] {
        var evidence: [CriterionID: Evidence] = [.e3: selfService(ground, tally)]
        if !ground.rules.hasStart.contains(true) {
            for id in [CriterionID.e2, CriterionID.o2, CriterionID.o4, CriterionID.c4] {
                evidence[id] = .insufficient(n: nil, because: .noStart)
            }
            return evidence
        }
        evidence[.c4] = improvement(tally)
        if tally.cohort.started == 0 {
            for id in [CriterionID.e2, CriterionID.o2, CriterionID.o4] {
                evidence[id] = .insufficient(n: 0, because: .noTransactionDue)
            }
        } else {
            evidence[.e2] = .of(
                .rate(tally.cohort.completed, of: tally.cohort.started, .d12),
                Remark.transactionsOver
            )
            evidence[.o2] = consistency(tally, ground.rules)
            evidence[.o4] = parity(tally)
        }
        return evidence
    }

    /// E3: digital completions after which nobody got in touch with staff about the service for seven days.
    private func selfService(_ ground: JourneyGround, _ tally: TransactionTally) -> Evidence {
        guard ground.rules.hasCompletion.contains(true) else {
            return .insufficient(n: nil, because: .completionUndefined)
        }
        guard tally.digital > 0 else {
            return .insufficient(n: 0, because: .nothingDigitalCompleted)
        }
        return .of(.rate(tally.selfServed, of: tally.digital, .d18), Remark.digitalCompletions)
    }

    /// O2 (D20): 1 - sum of w |m_c - m| / (2 m (1 - m)) over the channels of start with at least 10 starts; the worst of the
    /// ten services with most starts.
    private func consistency(_ tally: TransactionTally, _ rules: ServiceRules) -> Evidence {
        let services = (0...rules.services.count).map { service in
            let channels = tally.startChannels(of: service)
            return (service: service, channels: channels, started: channels.reduce(0) { $0 + $1.started })
        }
        let largest = services.filter { $0.started > 0 }.sorted { left, right in
            left.started == right.started ? left.service < right.service : left.started > right.started
        }.prefix(10)
        var worst: (service: Int, index: Double)?
        var n = 0
        for (service, channels, _) in largest {
            // The first place is of starts on no known channel.
            let large = channels.dropFirst().filter { $0.started >= 10 }
            guard large.count >= 2 else { continue }
            let index = consistencyIndex(large)
            n += large.reduce(0) { $0 + $1.started }
            if worst.map({ index < $0.index }) ?? true { worst = (service, index) }
        }
        guard let worst else {
            return .insufficient(n: n, because: .noServiceWithTwoChannels)
        }
        return .measured(value: worst.index, n: n, over: .worstService(rules.serviceName(Int32(worst.service) - 1)))
    }

    /// O4 (D21): the lowest ratio of a group's completion to that of the rest.
    private func parity(_ tally: TransactionTally) -> Evidence {
        let traits = source.personTraits.filter { $0.values.count <= TransactionPlan.mostGroups }
        guard !traits.isEmpty else {
            return .insufficient(n: nil, because: .noTrait)
        }
        var worst: (ratio: Double, n: Int, over: Remark)?
        for counts in traits.compactMap({ tally.group(of: $0.name) }) {
            for code in counts.groups.indices.dropFirst() where counts.groups[code].started >= 10 {
                let group = counts.groups[code]
                guard counts.overall.started - group.started >= 10, let ratio = counts.ratio(code) else { continue }
                if worst.map({ ratio < $0.ratio }) ?? true {
                    let over = Remark.worstGroup(
                        trait: counts.name,
                        value: counts.values[code - 1],
                        completed: group.completed,
                        of: group.started
                    )
                    worst = (ratio, group.started, over)
                }
            }
        }
        guard let worst else { return .insufficient(n: 0, because: .noTwoGroups) }
        return .measured(value: worst.ratio, n: worst.n, over: worst.over)
    }

    /// C4: completion of the latest complete quarter against the same quarter a year before, service by service.
    private func improvement(_ tally: TransactionTally) -> Evidence {
        let quarters = tally.plan.quarters
        guard let compared = quarters.periods else {
            return quarters.missing == .events
                ? .insufficient(n: 0, because: .noEvent) : .insufficient(n: nil, because: .tooFewQuarters)
        }
        var (services, improved) = (0, 0)
        for (was, now) in zip(tally.oldQuarter, tally.newQuarter) where was.started >= 10 && now.started >= 10 {
            services += 1
            let change = newcombeDifference(now.completed, of: now.started, minus: was.completed, of: was.started)
            if let change, change.interval.low > 0 { improved += 1 }
        }
        guard services > 0 else {
            return .insufficient(n: 0, because: .noServiceInBothQuarters(compared.old, compared.new))
        }
        return .measured(
            value: Double(improved) / Double(services),
            n: services,
            over: .servicesImproved(improved, of: services, compared.new, against: compared.old)
        )
    }
}

/// D20: how alike a proportion is over channels, 1 where it is the same on all.
func consistencyIndex(_ channels: [CohortCount]) -> Double {
    let total = Double(channels.reduce(0) { $0 + $1.started })
    let mean = Double(channels.reduce(0) { $0 + $1.completed }) / total
    guard mean > 0, mean < 1 else { return 1 }
    let distance = channels.reduce(0.0) { sum, channel in
        let own = Double(channel.completed) / Double(channel.started)
        return sum + Double(channel.started) / total * abs(own - mean)
    }
    return 1 - distance / (2 * mean * (1 - mean))
}
