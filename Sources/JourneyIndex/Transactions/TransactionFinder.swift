import JourneyModel
import Tallies

/// Finds the transactions (D12) of the events that a scope's filters and as-of time keep, whatever its range: subject by
/// subject, on all cores.
///
/// A case is one transaction, however long it rests: save and resume are joined by it. Without a case it is one person in
/// one service.
struct TransactionFinder {
    private let events: JourneyEvents
    private let ground: JourneyGround
    private let scattered: ScatteredCases
    private let window: TimeWindow
    private var tally: TransactionTally
    /// Nil where nobody asks whose the transactions are.
    private var witness: TransactionWitness?
    /// By service's code + 1: what the person in hand has not completed yet.
    private let open: WorkingTable<Open>
    /// Services in which the person in hand has started something.
    private var started: [Int] = []
    /// Of the person in hand: events that matter to a case, the case above the row.
    private var caseRows: [UInt64] = []

    private struct Open {
        /// The person in hand, + 1; anything else: nothing is open.
        var subject = 0
        var last: Int64 = 0
        var transaction = Transaction(service: -1)
    }

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
        let (plan, quarters) = (tally.plan, tally.plan.quarters)
        // A start of which no completion within 28 days is seen has none that counts.
        window = TimeWindow(
            [ground.filter.range, quarters.old, quarters.new, plan.costWindow],
            rest: journeyGap
        )
        open = WorkingTable(repeating: Open(), count: ground.rules.hasStart.count)
    }

    private mutating func scan(_ subjects: Range<Int>) throws {
        let projection = ground.live.projection
        for subject in subjects {
            let whole = projection.range(of: subject)
            let range = window.rows(of: whole, events.time)
            if range.isEmpty { continue }
            let code = projection.subjectCode[subject]
            if ground.unit == .person {
                try scanPerson(Surroundings(subject: subject, person: code, whole: whole, range: range))
            } else {
                try scanCase(code, Surroundings(subject: subject, person: -1, whole: whole, range: range))
            }
        }
    }

    /// The subject in hand, and where its events lie.
    private struct Surroundings {
        let subject: Int
        /// -1 where the subject is a case.
        let person: Int32
        let whole: Range<Int>
        /// Those that may matter.
        let range: Range<Int>
    }

    // MARK: Persons

    private mutating func scanPerson(_ here: Surroundings) throws {
        let hasCases = events.caseID.width > 0
        try here.range.inParts { part in
            for index in part where events.mask.keeps(index) {
                let meaning = events.meaning(at: index)
                if hasCases, events.caseID[index] >= 0 {
                    noteOfCase(index, meaning)
                } else {
                    take(index, meaning, here)
                }
            }
        }
        for service in started where open[service].subject == here.subject + 1 {
            emit(open[service].transaction, here)
            open[service].subject = 0
        }
        started.removeAll(keepingCapacity: true)
        if !caseRows.isEmpty { followCases(here) }
    }

    /// An event of a person without a case.
    @inline(__always)
    private mutating func take(_ index: Int, _ meaning: ServiceRules.Meaning, _ here: Surroundings) {
        let service = events.slot(at: index)
        var isOpen = open[service].subject == here.subject + 1
        if !isOpen, meaning.isDisjoint(with: [.start, .completes]) { return }
        let time = events.time[index]
        if isOpen, span(from: open[service].last, to: time) > journeyGap {
            emit(open[service].transaction, here)
            open[service].subject = 0
            isOpen = false
        }
        open[service].last = time
        if meaning.contains(.start), !isOpen {
            open[service].transaction = events.started(at: index, person: here.person, caseID: -1)
            open[service].subject = here.subject + 1
            started.append(service)
            isOpen = true
        }
        guard meaning.contains(.completes) else { return }
        if isOpen {
            events.complete(&open[service].transaction, at: index)
            emit(open[service].transaction, completedAt: index, here)
        } else {
            emit(events.unstarted(at: index, person: here.person, caseID: -1), completedAt: index, here)
        }
        open[service].subject = 0
    }

    // MARK: Cases

    /// Only what starts or completes matters to a case.
    private mutating func noteOfCase(_ index: Int, _ meaning: ServiceRules.Meaning) {
        let caseID = events.caseID[index]
        if meaning.isDisjoint(with: [.start, .completes]) || scattered.contains(caseID) { return }
        caseRows.append(UInt64(caseID) << 32 | UInt64(index))
    }

    /// The cases of a person whose events lie nowhere else.
    private mutating func followCases(_ here: Surroundings) {
        caseRows.sort()
        var found = CaseTransactions()
        var before = caseRows[0] >> 32
        for place in caseRows.indices {
            let caseID = caseRows[place] >> 32
            if caseID != before { emit(found.end(), here) }
            before = caseID
            found.take(Int(caseRows[place] & 0xFFFF_FFFF), here.person, Int32(caseID), events)
        }
        emit(found.end(), here)
        caseRows.removeAll(keepingCapacity: true)
    }

    private mutating func scanCase(_ caseID: Int32, _ here: Surroundings) throws {
        var found = CaseTransactions()
        try here.range.inParts { part in
            for index in part where events.mask.keeps(index) { found.take(index, -1, caseID, events) }
        }
        emit(found.end(), here)
    }

    /// Cases of several persons, or with events of nobody.
    private mutating func scanScattered() throws {
        for (number, places) in scattered.cases.enumerated() {
            try Task.checkCancellation()
            var found = CaseTransactions()
            for place in places where events.mask.keeps(place.row) {
                found.take(place.row, place.person, place.caseID, events)
            }
            for one in [found.early, found.main].compactMap({ $0 }) {
                let person = one.transaction.person
                let rows = scattered.people[person]
                let place = rows.map { SubjectPlace.rows($0) } ?? .scattered(number)
                let finder: Finder =
                    person < 0 ? .caseElsewhere(one.transaction.caseID) : .personElsewhere(person)
                add(one.transaction, of: finder, at: place)
                guard let until = limitOfSelfService(one.transaction), let time = one.transaction.completed else {
                    continue
                }
                let all = rows.map(Array.init) ?? places.map(\.row)
                let isAlone = !all.contains { isContact($0, one.transaction.service, after: time, until: until) }
                tally.addDigital(isAlone: isAlone)
            }
        }
    }

    // MARK: Nobody

    /// Starts and completions that neither a person nor a case can join: volumes.
    private mutating func scanLoose(_ rows: Range<Int>) {
        for index in rows where events.mask.keeps(index) && events.caseID[index] < 0 {
            let meaning = events.meaning(at: index)
            if meaning.contains(.start) { tally.addAnonymousStart(events.service[index], at: events.time[index]) }
            if meaning.contains(.completes) {
                let transaction = events.unstarted(at: index, person: -1, caseID: -1)
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

    private mutating func emit(
        _ found: (early: CaseTransactions.Found?, main: CaseTransactions.Found?),
        _ here: Surroundings
    ) {
        if let early = found.early { emit(early.transaction, completedAt: early.completedAt, here) }
        if let main = found.main { emit(main.transaction, completedAt: main.completedAt, here) }
    }

    /// - Parameter row: Of the completing event, where there is one.
    private mutating func emit(_ transaction: Transaction, completedAt row: Int? = nil, _ here: Surroundings) {
        add(transaction, of: finder(here), at: .rows(here.whole))
        guard witness == nil, let row, let until = limitOfSelfService(transaction), let time = transaction.completed
        else { return }
        for index in (row + 1)..<here.range.upperBound {
            if events.time[index] > until { break }
            if isContact(index, transaction.service, after: time, until: until) {
                return tally.addDigital(isAlone: false)
            }
        }
        tally.addDigital(isAlone: true)
    }

    private func finder(_ here: Surroundings) -> Finder {
        here.person >= 0 && !scattered.isEmpty && scattered.people[here.person] != nil
            ? .personElsewhere(here.person) : .subject(here.subject)
    }

    /// Until when nobody may get in touch with staff after a digital completion in range (E3); nil for other transactions,
    /// and where the seven days are not over at the horizon.
    private func limitOfSelfService(_ transaction: Transaction) -> Int64? {
        guard let time = transaction.completed, let horizon = ground.horizon, !transaction.isAnonymous,
            ground.isInRange(time), ground.rules.kind(transaction.completionChannel) == .digital
        else { return nil }
        let until = Timestamp(milliseconds: time).advanced(by: 7 * .day)
        return until <= horizon ? until.milliseconds : nil
    }

    private func isContact(_ index: Int, _ service: Int32, after time: Int64, until: Int64) -> Bool {
        events.time[index] > time && events.time[index] <= until && events.service[index] == service
            && events.isAssisted(index) && !events.isOutbound(index) && events.mask.keeps(index)
    }
}
