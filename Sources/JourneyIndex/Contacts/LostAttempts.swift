import JourneyModel

/// A digital attempt (D18c): from a start point on a digital channel, for as long as the person comes back to the service there
/// within 24 hours.
struct DigitalAttempt {
    static let none = -1

    /// Service's code + 1.
    var service = 0
    /// Rows of its first and its latest event.
    var first = 0
    var last = 0
    var start: Int64 = 0
    /// When its latest event was.
    var left: Int64 = 0
    /// Place of the first contact since, among the subject's.
    var contact = DigitalAttempt.none

    init() {}

    init(service: Int, first: Int, start: Int64) {
        (self.service, self.first, self.start) = (service, first, start)
    }
}

/// Attempts of one subject that were given up. Whether they were lost is known once all is known of the subject: one that holds
/// what decided the channel of a transaction (D13) was not, however late and by whatever way it was completed.
struct LostAttempts {
    private let events: JourneyEvents
    private var transactions: SubjectTransactions
    /// Rows that decided a completed transaction of a case that does not lie with one person, in order.
    private let elsewhere: [Int]
    private var given: [DigitalAttempt] = []
    /// Of the subject in hand: digital rows that decided a completed transaction, in order, the service above the row.
    private var decided: [UInt64] = []

    init(_ events: JourneyEvents, _ ground: JourneyGround, _ scattered: ScatteredCases, elsewhere: [Int]) {
        self.events = events
        self.elsewhere = elsewhere
        transactions = SubjectTransactions(events, ground, scattered)
    }

    /// Rows that decided the channel of completed transactions of `scattered` cases, in order.
    ///
    /// - Throws: `CancellationError`.
    static func decided(_ scattered: ScatteredCases, _ events: JourneyEvents) throws -> [Int] {
        var rows: [Int] = []
        try scattered.forEachTransaction(events) { transaction, _ in
            if transaction.completed != nil, transaction.main.row >= 0 { rows.append(transaction.main.row) }
        }
        return rows.sorted()
    }

    mutating func add(_ attempt: DigitalAttempt) {
        given.append(attempt)
    }

    /// Those that were lost, of all that were added of the subject, whose events are the rows of `range`.
    ///
    /// - Throws: `CancellationError`.
    mutating func lost(_ subject: Int, _ code: Int32, in range: Range<Int>) throws -> [DigitalAttempt] {
        if given.isEmpty { return [] }
        defer { given.removeAll(keepingCapacity: true) }
        try transactions.find(subject, code, in: range)
        decided.removeAll(keepingCapacity: true)
        for transaction in transactions.found where transaction.completed != nil { note(transaction.main.row) }
        var place = elsewhere.partitioningIndex { $0 >= range.lowerBound }
        while place < elsewhere.count, elsewhere[place] < range.upperBound {
            note(elsewhere[place])
            place += 1
        }
        decided.sort()
        return given.filter { attempt in
            let first = key(attempt.service, attempt.first)
            let place = decided.partitioningIndex { $0 >= first }
            return place == decided.count || decided[place] > key(attempt.service, attempt.last)
        }
    }

    private mutating func note(_ row: Int) {
        if row >= 0, events.isDigital(row) { decided.append(key(events.slot(at: row), row)) }
    }

    private func key(_ service: Int, _ row: Int) -> UInt64 { UInt64(service) << 32 | UInt64(row) }
}
