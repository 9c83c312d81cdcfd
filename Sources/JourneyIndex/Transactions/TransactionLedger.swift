import JourneyModel

/// D10: a journey without a case ends after this long without an event.
let journeyGap: Milliseconds = 28 * .day

/// One transaction (D12): a case, or, of events without a case, what one person does in one service from a start until
/// it is completed or nothing happens for 28 days (D10). A start page visited again meanwhile is the same transaction.
struct Transaction: Sendable {
    /// -1 where the events name none.
    var person: Int32 = -1
    var caseID: Int32 = -1
    /// Of the start; of a completion without one, its own.
    var service: Int32
    /// Nil where no start was seen: nobody knows what was completed.
    var started: Int64?
    var startChannel: Int32 = -1
    var completed: Int64?
    /// Of the completing event; of the start where that has none.
    var completionChannel: Int32 = -1
    var isSuccessful = false

    /// Neither a person nor a case: a volume that cannot be joined.
    var isAnonymous: Bool { person < 0 && caseID < 0 }

    /// Completed within 28 days of its start.
    var isCompletedInTime: Bool {
        guard let started, let completed else { return false }
        return span(from: started, to: completed) <= journeyGap
    }

    /// Its 28 days are over at the horizon, so that not being completed means something.
    func isMature(at horizon: Timestamp?) -> Bool {
        guard let started, let horizon else { return false }
        return Timestamp(milliseconds: started).advanced(by: journeyGap) <= horizon
    }
}

/// All transactions of the events that a scope's filters and as-of time keep, whatever its range: who started before the
/// range may complete within it.
struct TransactionLedger: Sendable {
    let rules: ServiceRules
    private(set) var transactions: [Transaction] = []
    /// Starts that neither a person nor a case can join to a completion: they are left out of D12.
    private(set) var anonymousStarts: [(service: Int32, time: Int64)] = []

    private static let none = -1

    init(_ analyst: ColumnarAnalyst, filter: ScopeFilter, rules: ServiceRules) throws {
        self.rules = rules
        try addCases(analyst.projection(.case), filter)
        try addPeople(analyst.projection(.person), filter)
        addAnonymous(analyst.projection(.person).unassigned, filter)
    }

    /// A case is one transaction, however long it rests: save and resume are joined by it.
    private mutating func addCases(_ projection: Projection, _ filter: ScopeFilter) throws {
        let events = JourneyColumns(projection.events)
        let mask = filter.mask(of: projection.events, appliesRange: false)
        for subject in 0..<projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            var transaction: Transaction?
            for index in projection.range(of: subject) where mask.keeps(index) {
                let parts = rules.parts(events.touchpoint[index], events.service[index])
                if parts.contains(.start), transaction?.started == nil {
                    // A completion before the first start belongs to nothing that was started.
                    if let unmatched = transaction { transactions.append(unmatched) }
                    transaction = started(events, index)
                }
                if rules.completes(parts, events.outcome[index], events.service[index]), transaction?.completed == nil {
                    complete(&transaction, events, index)
                }
            }
            if let transaction { transactions.append(transaction) }
        }
    }

    private mutating func addPeople(_ projection: Projection, _ filter: ScopeFilter) throws {
        let events = JourneyColumns(projection.events)
        let mask = filter.mask(of: projection.events, appliesRange: false)
        var open = Array(
            repeating: (subject: -1, place: TransactionLedger.none, last: Int64(0)),
            count: rules.hasStart.count
        )
        for subject in 0..<projection.subjects {
            if subject & 4095 == 0 { try Task.checkCancellation() }
            for index in projection.range(of: subject) where mask.keeps(index) && events.caseID[index] < 0 {
                let slot = Int(events.service[index]) + 1
                let time = events.time[index]
                if open[slot].subject != subject || isGap(from: open[slot].last, to: time) {
                    open[slot] = (subject, TransactionLedger.none, time)
                }
                open[slot].last = time
                let parts = rules.parts(events.touchpoint[index], events.service[index])
                if parts.contains(.start), open[slot].place == TransactionLedger.none {
                    open[slot].place = transactions.count
                    transactions.append(started(events, index))
                }
                if rules.completes(parts, events.outcome[index], events.service[index]) {
                    let place = open[slot].place
                    var transaction = place == TransactionLedger.none ? nil : transactions[place]
                    complete(&transaction, events, index)
                    if let transaction {
                        if place == TransactionLedger.none {
                            transactions.append(transaction)
                        } else {
                            transactions[place] = transaction
                        }
                    }
                    open[slot].place = TransactionLedger.none
                }
            }
        }
    }

    private mutating func addAnonymous(_ columns: EventColumns, _ filter: ScopeFilter) {
        let events = JourneyColumns(columns)
        let mask = filter.mask(of: columns, appliesRange: false)
        for index in 0..<events.count where mask.keeps(index) && events.caseID[index] < 0 {
            let parts = rules.parts(events.touchpoint[index], events.service[index])
            if parts.contains(.start) { anonymousStarts.append((events.service[index], events.time[index])) }
            if rules.completes(parts, events.outcome[index], events.service[index]) {
                var transaction: Transaction?
                complete(&transaction, events, index)
                if let transaction { transactions.append(transaction) }
            }
        }
    }

    private func started(_ events: JourneyColumns, _ index: Int) -> Transaction {
        Transaction(
            person: events.person[index],
            caseID: events.caseID[index],
            service: events.service[index],
            started: events.time[index],
            startChannel: events.channel[index]
        )
    }

    private func complete(_ transaction: inout Transaction?, _ events: JourneyColumns, _ index: Int) {
        var done =
            transaction
            ?? Transaction(
                person: events.person[index],
                caseID: events.caseID[index],
                service: events.service[index]
            )
        done.completed = events.time[index]
        done.completionChannel = events.channel[index] >= 0 ? events.channel[index] : done.startChannel
        // An end point without an outcome did what it should.
        let verdict = rules.verdicts[Int(events.outcome[index]) + 1]
        done.isSuccessful = verdict != .otherCompletion
        transaction = done
    }

    private func isGap(from earlier: Int64, to later: Int64) -> Bool {
        span(from: earlier, to: later) > journeyGap
    }
}
