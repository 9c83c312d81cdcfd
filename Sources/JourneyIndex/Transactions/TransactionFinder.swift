import JourneyModel
import Tallies

/// Counts the transactions (D12) of the events that a scope's filters and as-of time keep, whatever its range: subject by
/// subject, on all cores.
struct TransactionFinder {
    private let events: JourneyEvents
    private let ground: JourneyGround
    private let scattered: ScatteredCases
    private let window: TimeWindow
    private var transactions: SubjectTransactions
    private var tally: TransactionTally
    /// Nil where nobody asks whose the transactions are.
    private var witness: TransactionWitness?
    /// Of the subject whose number is beside them.
    private var contacts: ContactRuns
    private var contactsSubject = -1

    /// - Throws: `CancellationError`.
    static func tally(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ plan: TransactionPlan,
        _ scattered: ScatteredCases
    ) async throws -> TransactionTally {
        let parts = try await scan(bench, ground, plan, scattered, witness: nil, result: \.tally)
        return parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
    }

    /// What every worker's `witness` noted.
    ///
    /// - Throws: `CancellationError`.
    static func members(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ plan: TransactionPlan,
        _ scattered: ScatteredCases,
        witness: TransactionWitness
    ) async throws -> [SubjectCollector] {
        try await scan(bench, ground, plan, scattered, witness: witness) { $0.witness?.members ?? witness.members }
    }

    /// What `result` makes of the transactions of each worker; those of scattered cases come first.
    private static func scan<Result: Sendable>(
        _ bench: Workbench,
        _ ground: JourneyGround,
        _ plan: TransactionPlan,
        _ scattered: ScatteredCases,
        witness: TransactionWitness?,
        result: @escaping @Sendable (TransactionFinder) -> Result
    ) async throws -> [Result] {
        let events = JourneyEvents(ground, bench.source)
        let empty = TransactionTally(plan, bench)
        let parts = try await ground.live.scan(
            into: { TransactionFinder(events, ground, scattered, empty, witness) },
            subjects: { try $0.scan($1) },
            loose: { $0.scanLoose($1) },
            result: result
        )
        var rest = TransactionFinder(events, ground, scattered, empty, witness)
        try rest.scanScattered()
        return [result(rest)] + parts
    }

    private init(
        _ events: JourneyEvents,
        _ ground: JourneyGround,
        _ scattered: ScatteredCases,
        _ tally: TransactionTally,
        _ witness: TransactionWitness?
    ) {
        self.witness = witness
        self.events = events
        self.ground = ground
        self.scattered = scattered
        self.tally = tally
        transactions = SubjectTransactions(events, ground, scattered)
        contacts = ContactRuns(events, ground)
        let (plan, quarters) = (tally.plan, tally.plan.quarters)
        // A start of which no completion within 28 days is seen has none that counts.
        window = TimeWindow(
            [ground.filter.range, quarters.old, quarters.new, plan.costWindow],
            rest: journeyGap
        )
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        let projection = ground.live.projection
        for subject in subjects {
            let whole = projection.range(of: subject)
            let range = window.rows(of: whole, events.time)
            if range.isEmpty { continue }
            let code = projection.subjectCode[subject]
            try transactions.find(subject, code, in: range)
            if transactions.found.isEmpty { continue }
            let isElsewhere = ground.unit == .person && !scattered.isEmpty && scattered.people[code] != nil
            let finder: Finder = isElsewhere ? .personElsewhere(code) : .subject(subject)
            for transaction in transactions.found {
                add(transaction, of: finder, at: .rows(whole))
                guard let until = limitOfSelfService(transaction) else { continue }
                if contactsSubject != subject {
                    contacts.find(whole)
                    contactsSubject = subject
                }
                addDigital(transaction, until: until)
            }
        }
    }

    /// Cases of several persons, or with events of nobody.
    private mutating func scanScattered() throws {
        var all: [(transaction: Transaction, number: Int)] = []
        try scattered.forEachTransaction(events) { all.append(($0, $1)) }
        for (transaction, number) in all {
            let person = transaction.person
            let rows = scattered.people[person]
            let finder: Finder = person < 0 ? .caseElsewhere(transaction.caseID) : .personElsewhere(person)
            add(transaction, of: finder, at: rows.map { .rows($0) } ?? .scattered(number))
            guard let until = limitOfSelfService(transaction) else { continue }
            if let rows { contacts.find(rows) } else { contacts.find(scattered.cases[number].map(\.row)) }
            addDigital(transaction, until: until)
        }
    }

    /// Starts and completions that neither a person nor a case can join: volumes.
    private mutating func scanLoose(_ rows: Range<Int>) {
        for index in rows where events.mask.keeps(index) && events.caseID[index] < 0 {
            let meaning = events.meaning(at: index)
            if meaning.contains(.start) { tally.addAnonymousStart(events.service[index], at: events.time[index]) }
            if meaning.contains(.completes) {
                var main = MainInteraction()
                main.take(index, meaning, events)
                let transaction = events.unstarted(at: index, person: -1, caseID: -1, main)
                add(transaction, of: .nobody, at: .rows(index..<index + 1))
            }
        }
    }

    // MARK: What was found

    /// Who asks whose the transactions are does not ask how many.
    private mutating func add(_ transaction: Transaction, of finder: Finder, at place: SubjectPlace) {
        if witness == nil {
            tally.add(transaction, of: finder)
        } else {
            witness?.take(transaction, of: finder, at: place)
        }
    }

    /// Until when nobody may get in touch with staff after a digital completion in range (E3); nil for other transactions,
    /// and where the seven days are not over at the horizon.
    private func limitOfSelfService(_ transaction: Transaction) -> Int64? {
        guard witness == nil, let time = transaction.completed, let horizon = ground.horizon,
            !transaction.isAnonymous, ground.isInRange(time), ground.rules.kind(transaction.channel) == .digital
        else { return nil }
        let until = Timestamp(milliseconds: time).advanced(by: 7 * .day)
        return until <= horizon ? until.milliseconds : nil
    }

    /// - Parameter until: As long after its completion nobody may get in touch; `contacts` are those of whose it is.
    private mutating func addDigital(_ transaction: Transaction, until: Int64) {
        let (time, slot) = (transaction.completed ?? .max, Int(transaction.service) + 1)
        let isAlone = !contacts.all.contains { contact in
            contact.service == slot && contact.start > time && contact.start <= until
        }
        tally.addDigital(isAlone: isAlone)
    }
}
