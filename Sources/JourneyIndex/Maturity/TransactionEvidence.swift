import JourneyModel

/// What becomes of transactions: E2, E3, O2, O4 and C4.
extension ColumnarAnalyst {
    func transactionEvidence(_ ground: JourneyGround, _ ledger: TransactionLedger) -> [String: Evidence] {
        let cohort = ledger.cohort(in: ground.filter.range, horizon: ground.horizon)
        var evidence: [String: Evidence] = ["E3": selfService(ground, ledger)]
        if !ground.rules.hasStart.contains(true) {
            for id in ["E2", "O2", "O4", "C4"] {
                evidence[id] = .insufficient(n: nil, because: "no touchpoint is declared a start")
            }
        } else if cohort.isEmpty {
            for id in ["E2", "O2", "O4"] {
                evidence[id] = .insufficient(n: 0, because: "no transaction started in this scope has had its 28 days")
            }
            evidence["C4"] = improvement(ground, ledger)
        } else {
            evidence["E2"] = .of(
                .rate(cohort.count { $0.isCompletedInTime }, of: cohort.count, .d12),
                "transactions whose 28 days are over"
            )
            evidence["O2"] = consistency(cohort, ground.rules)
            evidence["O4"] = parity(cohort)
            evidence["C4"] = improvement(ground, ledger)
        }
        return evidence
    }

    /// E3: digital completions after which nobody got in touch with staff about the service for seven days.
    private func selfService(_ ground: JourneyGround, _ ledger: TransactionLedger) -> Evidence {
        let rules = ground.rules
        guard rules.hasCompletion.contains(true) else {
            return .insufficient(n: nil, because: "nothing says what completes a transaction")
        }
        let contacts = AssistedContacts(self, ground: ground)
        var (done, alone) = (0, 0)
        for transaction in ledger.transactions where !transaction.isAnonymous {
            guard let time = transaction.completed, ground.filter.range?.contains(time) ?? false,
                rules.kind(transaction.completionChannel) == .digital
            else { continue }
            let until = Timestamp(milliseconds: time).advanced(by: 7 * .day)
            guard let horizon = ground.horizon, until <= horizon else { continue }
            done += 1
            if !contacts.has(transaction, after: time, until: until.milliseconds) { alone += 1 }
        }
        guard done > 0 else {
            return .insufficient(n: 0, because: "nothing was completed digitally 7 days ago or earlier")
        }
        return .of(.rate(alone, of: done, .d18), "digital completions")
    }

    /// O2 (D20): 1 - sum of w |m_c - m| / (2 m (1 - m)) over the channels of start with at least 10 starts; the worst of the
    /// ten services with most starts.
    private func consistency(_ cohort: [Transaction], _ rules: ServiceRules) -> Evidence {
        var counts: [Int32: [Int32: (started: Int, completed: Int)]] = [:]
        for transaction in cohort {
            var count = counts[transaction.service]?[transaction.startChannel] ?? (0, 0)
            count.started += 1
            if transaction.isCompletedInTime { count.completed += 1 }
            counts[transaction.service, default: [:]][transaction.startChannel] = count
        }
        let largest = counts.map { (service: $0.key, channels: $0.value) }.sorted { left, right in
            let (a, b) = (
                left.channels.values.reduce(0) { $0 + $1.started }, right.channels.values.reduce(0) { $0 + $1.started }
            )
            return a == b ? left.service < right.service : a > b
        }.prefix(10)
        var worst: (service: Int32, index: Double)?
        var n = 0
        for (service, channels) in largest {
            let large = channels.filter { $0.key >= 0 && $0.value.started >= 10 }.sorted { $0.key < $1.key }.map(
                \.value
            )
            guard large.count >= 2 else { continue }
            let index = consistencyIndex(large)
            n += large.reduce(0) { $0 + $1.started }
            if worst.map({ index < $0.index }) ?? true { worst = (service, index) }
        }
        guard let worst else {
            return .insufficient(n: n, because: "no service has two channels with 10 or more starts each")
        }
        return .measured(value: worst.index, n: n, text: "worst in \(rules.serviceName(worst.service))")
    }

    /// O4 (D21): the lowest ratio of a group's completion to that of the rest.
    private func parity(_ cohort: [Transaction]) -> Evidence {
        let traits = source.personTraits.filter { $0.values.count <= 20 }.map { Trait($0, of: source) }
        guard !traits.isEmpty else {
            return .insufficient(
                n: nil,
                because: "persons have no trait to compare groups by; map a column to person.NAME"
            )
        }
        var worst: (ratio: Double, n: Int, text: String)?
        for trait in traits {
            let counts = GroupCompletion(trait, isOfCases: false, cohort: cohort, people: source.people.count)
            for code in counts.groups.indices.dropFirst() where counts.groups[code].started >= 10 {
                let group = counts.groups[code]
                guard counts.overall.started - group.started >= 10, let ratio = counts.ratio(code) else { continue }
                if worst.map({ ratio < $0.ratio }) ?? true {
                    let rate = NumberText.percent(Double(group.completed) / Double(group.started))
                    worst = (ratio, group.started, "worst: \(trait.name) \(trait.values[code - 1]), \(rate) complete")
                }
            }
        }
        guard let worst else { return .insufficient(n: 0, because: "no two groups have 10 transactions each") }
        return .measured(value: worst.ratio, n: worst.n, text: worst.text)
    }

    /// C4: completion of the latest complete quarter against the same quarter a year before, service by service.
    private func improvement(_ ground: JourneyGround, _ ledger: TransactionLedger) -> Evidence {
        guard let first = ground.first, let horizon = ground.horizon else {
            return .insufficient(n: 0, because: "no event in this scope")
        }
        let zone = ground.scope.zone
        // The latest quarter that had ended, and all its transactions their 28 days, by the end of what is looked at.
        let known = min(horizon, Timestamp(milliseconds: ground.end)).advanced(by: -journeyGap)
        let latest = Period(.quarter, containing: zone.date(at: known)).advanced(by: -1)
        let before = latest.advanced(by: -4)
        guard let from = before.range(in: zone).from, from.milliseconds >= first - .day,
            let old = ScopeFilter.inclusive(before.range(in: zone)),
            let new = ScopeFilter.inclusive(latest.range(in: zone))
        else {
            return .insufficient(n: nil, because: "the data do not reach five complete quarters back")
        }
        let (past, present) = (counts(ledger, old, horizon), counts(ledger, new, horizon))
        var (services, improved) = (0, 0)
        for (service, now) in present {
            guard let was = past[service], was.started >= 10, now.started >= 10 else { continue }
            services += 1
            let change = newcombeDifference(now.completed, of: now.started, minus: was.completed, of: was.started)
            if let change, change.interval.low > 0 { improved += 1 }
        }
        guard services > 0 else {
            return .insufficient(
                n: 0,
                because: "no service has 10 transactions in both \(before.label) and \(latest.label)"
            )
        }
        return .measured(
            value: Double(improved) / Double(services),
            n: services,
            text: "\(improved) of \(services) services, \(latest.label) against \(before.label)"
        )
    }

    private func counts(
        _ ledger: TransactionLedger,
        _ range: ClosedRange<Int64>,
        _ horizon: Timestamp
    ) -> [Int32: (started: Int, completed: Int)] {
        var counts: [Int32: (started: Int, completed: Int)] = [:]
        for transaction in ledger.cohort(in: range, horizon: horizon) {
            counts[transaction.service, default: (0, 0)].started += 1
            if transaction.isCompletedInTime { counts[transaction.service, default: (0, 0)].completed += 1 }
        }
        return counts
    }
}

/// D20: how alike a proportion is over channels, 1 where it is the same on all.
func consistencyIndex(_ channels: [(started: Int, completed: Int)]) -> Double {
    let total = Double(channels.reduce(0) { $0 + $1.started })
    let mean = Double(channels.reduce(0) { $0 + $1.completed }) / total
    guard mean > 0, mean < 1 else { return 1 }
    let distance = channels.reduce(0.0) { sum, channel in
        let own = Double(channel.completed) / Double(channel.started)
        return sum + Double(channel.started) / total * abs(own - mean)
    }
    return 1 - distance / (2 * mean * (1 - mean))
}

/// Who got in touch with staff after something, found in the subject's own events.
struct AssistedContacts {
    private struct Subjects {
        let projection: Projection
        let events: JourneyColumns
        let mask: EventMask
        /// By the person's or case's code: its subject in the projection, -1 for none.
        let places: [Int32]

        init(_ projection: Projection, count: Int, filter: ScopeFilter) {
            self.projection = projection
            events = JourneyColumns(projection.events)
            mask = filter.mask(of: projection.events, appliesRange: false)
            var places = Array(repeating: Int32(-1), count: count)
            for subject in 0..<projection.subjects where !projection.isDead(subject) {
                places[Int(projection.subjectCode[subject])] = Int32(subject)
            }
            self.places = places
        }
    }

    private let people: Subjects
    private let cases: Subjects
    private let rules: ServiceRules
    private let outbound: Int32

    init(_ analyst: ColumnarAnalyst, ground: JourneyGround) {
        let source = analyst.source
        people = Subjects(analyst.projection(.person), count: source.people.count, filter: ground.filter)
        cases = Subjects(analyst.projection(.case), count: source.cases.count, filter: ground.filter)
        rules = ground.rules
        outbound = source.dimensionIfAny(Dimension.direction)?.code(of: Direction.outbound) ?? -3
    }

    /// Whether the transaction's person (or case, where nobody is named) was in touch about its service after `time` and
    /// by `until`.
    func has(_ transaction: Transaction, after time: Int64, until: Int64) -> Bool {
        let subjects = transaction.person >= 0 ? people : cases
        let code = Int(transaction.person >= 0 ? transaction.person : transaction.caseID)
        guard code >= 0, code < subjects.places.count, subjects.places[code] >= 0 else { return false }
        let events = subjects.events
        for index in subjects.projection.range(of: Int(subjects.places[code])) where events.time[index] > time {
            if events.time[index] > until { return false }
            if events.service[index] == transaction.service, rules.kind(events.channel[index]) == .assisted,
                events.direction[index] != outbound, subjects.mask.keeps(index)
            {
                return true
            }
        }
        return false
    }
}
