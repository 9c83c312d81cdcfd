import JourneyModel

/// What becomes of transactions: E2, E3, O2, O4 and C4.
struct TransactionEvidence {
    private let outcomes: TransactionOutcomes
    private let signs: MaturitySigns

    init(_ tally: MaturityTally) {
        (outcomes, signs) = (tally.transactions, tally.signs)
    }

    var evidence: [CriterionID: Evidence] {
        var evidence: [CriterionID: Evidence] = [.e3: selfService]
        if !signs.start {
            for id in [CriterionID.e2, CriterionID.o2, CriterionID.o4, CriterionID.c4] {
                evidence[id] = .insufficient(n: nil, because: .noStart)
            }
            return evidence
        }
        evidence[.c4] = improvement
        if outcomes.cohort.started == 0 {
            for id in [CriterionID.e2, CriterionID.o2, CriterionID.o4] {
                evidence[id] = .insufficient(n: 0, because: .noTransactionDue)
            }
        } else {
            evidence[.e2] = .of(
                .rate(outcomes.cohort.completed, of: outcomes.cohort.started, .d12),
                Remark.transactionsOver
            )
            evidence[.o2] = consistency
            evidence[.o4] = parity
        }
        return evidence
    }

    /// E3: digital completions after which nobody got in touch with staff about the service for seven days.
    private var selfService: Evidence {
        guard signs.completion else {
            return .insufficient(n: nil, because: .completionUndefined)
        }
        guard outcomes.digital > 0 else {
            return .insufficient(n: 0, because: .nothingDigitalCompleted)
        }
        return .of(.rate(outcomes.selfServed, of: outcomes.digital, .d18), Remark.digitalCompletions)
    }

    /// O2 (D20): 1 - sum of w |m_c - m| / (2 m (1 - m)) over the channels (D13) with at least 10 transactions; the worst of the
    /// ten services with most of them, of equal ones the first by name.
    private var consistency: Evidence {
        let services = outcomes.channels.inOrder.map { service, channels in
            (service: service, channels: channels, started: channels.tallies.reduce(0) { $0 + $1.started })
        }
        let largest = services.sorted { ($1.started, $0.service) < ($0.started, $1.service) }.prefix(10)
        var worst: (service: ValueName, index: Double)?
        var n = 0
        for (service, channels, _) in largest {
            let large = channels.inOrder.filter { $0.key != .missing && $0.value.started >= 10 }.map(\.value)
            guard large.count >= 2 else { continue }
            let index = consistencyIndex(large)
            n += large.reduce(0) { $0 + $1.started }
            if worst.map({ index < $0.index }) ?? true { worst = (service, index) }
        }
        guard let worst else {
            return .insufficient(n: n, because: .noServiceWithTwoChannels)
        }
        return .measured(value: worst.index, n: n, over: .worstService(worst.service.text))
    }

    /// O4 (D21): the lowest ratio of a group's completion to that of the rest, of equal ones the first by name.
    private var parity: Evidence {
        guard !outcomes.groups.isEmpty else {
            return .insufficient(n: nil, because: .noTrait)
        }
        var worst: (ratio: Double, n: Int, over: Remark)?
        for (trait, groups) in outcomes.groups.inOrder {
            let all = groups.tallies.reduce(into: CohortCount()) { $0.add($1) }
            for (value, group) in groups.inOrder where value != .missing && group.started >= 10 {
                guard all.started - group.started >= 10, let ratio = ratio(group, of: all) else { continue }
                if worst.map({ ratio < $0.ratio }) ?? true {
                    let over = Remark.worstGroup(
                        trait: trait,
                        value: value.text,
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

    /// Completion of a group / completion of everybody else; nil where either has none to show.
    private func ratio(_ group: CohortCount, of all: CohortCount) -> Double? {
        let rest = (started: all.started - group.started, completed: all.completed - group.completed)
        guard group.started > 0, rest.started > 0, rest.completed > 0 else { return nil }
        return Double(group.completed) / Double(group.started) * Double(rest.started) / Double(rest.completed)
    }

    /// C4: completion of the latest complete quarter against the same quarter a year before, service by service.
    private var improvement: Evidence {
        let old: Period
        let new: Period
        switch outcomes.quarters {
        case .noEvents: return .insufficient(n: 0, because: .noEvent)
        case .tooFew: return .insufficient(n: nil, because: .tooFewQuarters)
        case .of(let before, let latest): (old, new) = (before, latest)
        }
        var (services, improved) = (0, 0)
        for (service, was) in outcomes.oldQuarter.pairs where was.started >= 10 {
            guard let now = outcomes.newQuarter[service], now.started >= 10 else { continue }
            services += 1
            let change = newcombeDifference(now.completed, of: now.started, minus: was.completed, of: was.started)
            if let change, change.interval.low > 0 { improved += 1 }
        }
        guard services > 0 else {
            return .insufficient(n: 0, because: .noServiceInBothQuarters(old, new))
        }
        return .measured(
            value: Double(improved) / Double(services),
            n: services,
            over: .servicesImproved(improved, of: services, new, against: old)
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
