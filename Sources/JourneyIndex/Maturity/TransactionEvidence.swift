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
        let traits = snapshot.people.traits.filter { $0.values.count <= 20 }
        guard !traits.isEmpty else {
            return .insufficient(
                n: nil,
                because: "persons have no trait to compare groups by; map a column to person.NAME"
            )
        }
        var worst: (ratio: Double, n: Int, text: String)?
        for trait in traits {
            let counts = GroupCompletion(trait, isOfCases: false, cohort: cohort, people: snapshot.people.names.count)
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

/// Inbound contacts on assisted channels by subject and service, in order of time.
struct AssistedContacts {
    private struct Key: Hashable {
        let subject: Int32
        let isCase: Bool
        let service: Int32
    }

    private var times: [Key: [Int64]] = [:]

    init(_ analyst: ColumnarAnalyst, ground: JourneyGround) {
        let columns = analyst.allEvents
        let events = JourneyColumns(columns)
        let outbound = analyst.source.dimensionIfAny(Dimension.direction)?.code(of: Direction.outbound) ?? -3
        let mask = ground.filter.mask(of: columns, appliesRange: false)
        for index in 0..<events.count where mask.keeps(index) {
            guard ground.rules.kind(events.channel[index]) == .assisted, events.direction[index] != outbound else {
                continue
            }
            guard let key = Self.key(events.person[index], events.caseID[index], events.service[index]) else {
                continue
            }
            times[key, default: []].append(events.time[index])
        }
        for key in times.keys { times[key]?.sort() }
    }

    private static func key(_ person: Int32, _ caseID: Int32, _ service: Int32) -> Key? {
        if person >= 0 { return Key(subject: person, isCase: false, service: service) }
        return caseID >= 0 ? Key(subject: caseID, isCase: true, service: service) : nil
    }

    func has(_ transaction: Transaction, after: Int64, until: Int64) -> Bool {
        guard let key = Self.key(transaction.person, transaction.caseID, transaction.service) else { return false }
        return times[key]?.contains { $0 > after && $0 <= until } ?? false
    }
}
