import JourneyModel

/// The transactions of one case while its events pass: the case, and a completion before its first start, which belongs to
/// nothing that was started.
struct CaseTransactions {
    /// A completion before the first start.
    private(set) var early: Transaction?
    private(set) var main: Transaction?
    /// Of the events before anything was started or completed.
    private var before = MainInteraction()

    mutating func take(_ index: Int, _ person: Int32, _ caseID: Int32, _ events: JourneyEvents) {
        let meaning = events.meaning(at: index)
        if meaning.contains(.start), main?.started == nil {
            early = main
            main = events.started(at: index, person: person, caseID: caseID)
        }
        if main?.completed != nil { return }
        if main == nil {
            before.take(index, meaning, events)
        } else {
            main?.take(index, meaning, events)
        }
        guard meaning.contains(.completes) else { return }
        if var done = main {
            events.complete(&done, at: index)
            main = done
        } else {
            main = events.unstarted(at: index, person: person, caseID: caseID, before)
        }
    }

    /// What was found, and nothing any more.
    mutating func end(_ emit: (Transaction) -> Void) {
        if let early { emit(early) }
        if let main { emit(main) }
        self = CaseTransactions()
    }
}
