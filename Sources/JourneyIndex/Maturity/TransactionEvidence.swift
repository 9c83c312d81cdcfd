import JourneyModel

/// What becomes of transactions: E2, E3, O2, O4 and C4.
extension ColumnarAnalyst {
    func transactionEvidence(_ ground: JourneyGround, _ tally: TransactionTally) -> [String: Evidence] {
        var evidence: [String: Evidence] = ["E3": selfService(ground, tally)]
        if !ground.rules.hasStart.contains(true) {
            for id in ["E2", "O2", "O4", "C4"] {
                evidence[id] = .insufficient(n: nil, because: "no touchpoint is declared a start")
            }
            return evidence
        }
        evidence["C4"] = improvement(tally)
        if tally.cohort.started == 0 {
            for id in ["E2", "O2", "O4"] {
                evidence[id] = .insufficient(n: 0, because: "no transaction started in this scope has had its 28 days")
            }
        } else {
            evidence["E2"] = .of(
                .rate(tally.cohort.completed, of: tally.cohort.started, .d12),
                "transactions whose 28 days are over"
            )
            evidence["O2"] = consistency(tally, ground.rules)
            evidence["O4"] = parity(tally)
        }
        return evidence
    }

    /// E3: digital completions after which nobody got in touch with staff about the service for seven days.
    private func selfService(_ ground: JourneyGround, _ tally: TransactionTally) -> Evidence {
        guard ground.rules.hasCompletion.contains(true) else {
            return .insufficient(n: nil, because: "nothing says what completes a transaction")
        }
        guard tally.digital > 0 else {
            return .insufficient(n: 0, because: "nothing was completed digitally 7 days ago or earlier")
        }
        return .of(.rate(tally.selfServed, of: tally.digital, .d18), "digital completions")
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
            return .insufficient(n: n, because: "no service has two channels with 10 or more starts each")
        }
        return .measured(value: worst.index, n: n, text: "worst in \(rules.serviceName(Int32(worst.service) - 1))")
    }

    /// O4 (D21): the lowest ratio of a group's completion to that of the rest.
    private func parity(_ tally: TransactionTally) -> Evidence {
        let traits = source.personTraits.filter { $0.values.count <= TransactionPlan.mostGroups }
        guard !traits.isEmpty else {
            return .insufficient(
                n: nil,
                because: "people have no trait to compare groups by; map a column to person.NAME"
            )
        }
        var worst: (ratio: Double, n: Int, text: String)?
        for counts in traits.compactMap({ tally.group(of: $0.name) }) {
            for code in counts.groups.indices.dropFirst() where counts.groups[code].started >= 10 {
                let group = counts.groups[code]
                guard counts.overall.started - group.started >= 10, let ratio = counts.ratio(code) else { continue }
                if worst.map({ ratio < $0.ratio }) ?? true {
                    let rate = NumberText.percent(Double(group.completed) / Double(group.started))
                    worst = (ratio, group.started, "worst: \(counts.name) \(counts.values[code - 1]), \(rate) complete")
                }
            }
        }
        guard let worst else { return .insufficient(n: 0, because: "no two groups have 10 transactions each") }
        return .measured(value: worst.ratio, n: worst.n, text: worst.text)
    }

    /// C4: completion of the latest complete quarter against the same quarter a year before, service by service.
    private func improvement(_ tally: TransactionTally) -> Evidence {
        let quarters = tally.plan.quarters
        switch quarters.missing {
        case .events: return .insufficient(n: 0, because: "no event in this scope")
        case .past: return .insufficient(n: nil, because: "the data do not reach five complete quarters back")
        case nil: break
        }
        var (services, improved) = (0, 0)
        for (was, now) in zip(tally.oldQuarter, tally.newQuarter) where was.started >= 10 && now.started >= 10 {
            services += 1
            let change = newcombeDifference(now.completed, of: now.started, minus: was.completed, of: was.started)
            if let change, change.interval.low > 0 { improved += 1 }
        }
        guard services > 0 else {
            return .insufficient(
                n: 0,
                because: "no service has 10 transactions in both \(quarters.labels.old) and \(quarters.labels.new)"
            )
        }
        return .measured(
            value: Double(improved) / Double(services),
            n: services,
            text: "\(improved) of \(services) services, \(quarters.labels.new) against \(quarters.labels.old)"
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
