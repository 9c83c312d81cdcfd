import JourneyModel

/// The transactions of one case while its events pass: the case, and a completion before its first start, which belongs to
/// nothing that was started.
struct CaseTransactions {
    struct Found {
        var transaction: Transaction
        /// Row of the completing event.
        var completedAt: Int?
    }

    private(set) var early: Found?
    private(set) var main: Found?

    mutating func take(_ index: Int, _ person: Int32, _ caseID: Int32, _ events: JourneyEvents) {
        let meaning = events.meaning(at: index)
        if meaning.isDisjoint(with: [.start, .completes]) { return }
        if meaning.contains(.start), main?.transaction.started == nil {
            early = main
            main = Found(transaction: events.started(at: index, person: person, caseID: caseID))
        }
        guard meaning.contains(.completes), main?.transaction.completed == nil else { return }
        var done = main ?? Found(transaction: events.unstarted(at: index, person: person, caseID: caseID))
        events.complete(&done.transaction, at: index)
        done.completedAt = index
        main = done
    }

    /// What was found, and nothing any more.
    mutating func end() -> (early: Found?, main: Found?) {
        defer { self = CaseTransactions() }
        return (early, main)
    }
}
