import JourneyModel
import Tallies

/// The transactions (D12) of one subject after another, of the events that a scope's filters and as-of time keep.
///
/// A case is one transaction, however long it rests: save and resume are joined by it. Without a case it is one person in
/// one service. Cases whose events do not all lie with one person are found elsewhere (`ScatteredCases`).
struct SubjectTransactions {
    private let events: JourneyEvents
    private let scattered: ScatteredCases
    private let isOfCases: Bool
    /// By service's code + 1: whether anything ever starts or is completed there.
    private let hasTransactions: Column<Bool>
    /// By service's code + 1: what the person in hand does there without a case.
    private let slots: WorkingTable<Slot>
    /// Services in which the person in hand does something without a case.
    private var touched: [Int] = []
    /// Of the person in hand: events that matter to a case.
    private let caseRows = CaseRows()
    /// Of the subject in hand, in no order.
    private(set) var found: [Transaction] = []

    private struct Slot {
        /// The person in hand, + 1; anything else: nothing has happened here.
        var subject = 0
        var last: Int64 = 0
        var isOpen = false
        /// Where nothing is open: of the events since what was completed last.
        var before = MainInteraction()
        var transaction = Transaction(service: -1)
    }

    init(_ events: JourneyEvents, _ ground: JourneyGround, _ scattered: ScatteredCases) {
        self.events = events
        self.scattered = scattered
        isOfCases = ground.unit == .case
        let rules = ground.rules
        hasTransactions = Column(zip(rules.hasStart, rules.hasCompletion).map { $0 || $1 })
        slots = WorkingTable(repeating: Slot(), count: ground.rules.hasStart.count)
    }

    /// Finds those of a subject whose events are the rows of `range`, in the order of D1.
    ///
    /// - Parameter code: The person's, or the case's where subjects are cases.
    /// - Throws: `CancellationError`.
    mutating func find(_ subject: Int, _ code: Int32, in range: Range<Int>) throws {
        found.removeAll(keepingCapacity: true)
        if isOfCases { return try findCase(code, in: range) }
        let hasCases = events.caseID.width > 0
        try range.inParts { part in
            for index in part where events.mask.keeps(index) {
                if hasCases, events.caseID[index] >= 0 {
                    noteOfCase(index)
                } else {
                    take(index, subject, code)
                }
            }
        }
        for service in touched where slots[service].subject == subject + 1 {
            if slots[service].isOpen { found.append(slots[service].transaction) }
            slots[service].subject = 0
        }
        touched.removeAll(keepingCapacity: true)
        followCases(code)
    }

    /// An event of a person without a case.
    @inline(__always)
    private mutating func take(_ index: Int, _ subject: Int, _ person: Int32) {
        let service = events.slot(at: index)
        if !hasTransactions[service] { return }
        let meaning = events.meaning(at: index)
        let time = events.time[index]
        if slots[service].subject != subject + 1 {
            slots[service] = Slot(subject: subject + 1)
            touched.append(service)
        } else if span(from: slots[service].last, to: time) > journeyGap {
            if slots[service].isOpen { found.append(slots[service].transaction) }
            slots[service].isOpen = false
            slots[service].before = MainInteraction()
        }
        slots[service].last = time
        if meaning.contains(.start), !slots[service].isOpen {
            slots[service].transaction = events.started(at: index, person: person, caseID: -1)
            slots[service].isOpen = true
        }
        if slots[service].isOpen {
            slots[service].transaction.take(index, meaning, events)
        } else {
            slots[service].before.take(index, meaning, events)
        }
        guard meaning.contains(.completes) else { return }
        if slots[service].isOpen {
            events.complete(&slots[service].transaction, at: index)
            found.append(slots[service].transaction)
        } else {
            found.append(events.unstarted(at: index, person: person, caseID: -1, slots[service].before))
        }
        slots[service].isOpen = false
        slots[service].before = MainInteraction()
    }

    /// Only what starts, completes or may decide the channel matters to a case.
    @inline(__always)
    private mutating func noteOfCase(_ index: Int) {
        let meaning = events.meaning(at: index)
        if meaning.isDisjoint(with: [.start, .completes]), events.weight(of: index, meaning) == .none { return }
        let caseID = events.caseID[index]
        if scattered.contains(caseID) { return }
        caseRows.add(index, of: caseID)
    }

    /// The cases of a person whose events lie nowhere else.
    private mutating func followCases(_ person: Int32) {
        var transactions = CaseTransactions()
        caseRows.drain { caseID, rows in
            for row in rows { transactions.take(row, person, caseID, events) }
            transactions.end { found.append($0) }
        }
    }

    private mutating func findCase(_ caseID: Int32, in range: Range<Int>) throws {
        var transactions = CaseTransactions()
        try range.inParts { part in
            for index in part where events.mask.keeps(index) { transactions.take(index, -1, caseID, events) }
        }
        transactions.end { found.append($0) }
    }
}

extension ScatteredCases {
    /// Calls `body` with each transaction of a case whose events do not all belong to one person, and the case's number here.
    ///
    /// - Throws: `CancellationError`.
    func forEachTransaction(_ events: JourneyEvents, _ body: (Transaction, Int) -> Void) throws {
        for (number, places) in cases.enumerated() {
            try Task.checkCancellation()
            var transactions = CaseTransactions()
            for place in places where events.mask.keeps(place.row) {
                transactions.take(place.row, place.person, place.caseID, events)
            }
            transactions.end { body($0, number) }
        }
    }
}
