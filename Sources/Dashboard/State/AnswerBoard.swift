import JourneyModel

/// The questions in flight and the answers kept, by slot.
struct AnswerBoard: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        var wanted: AnyQuestion
        var generation: Int
        var request: RequestID?
        var answer: AnyAnswer?
        /// What `answer` answers, and as of which state of the data.
        var answered: AnyQuestion?
        var answeredGeneration = 0
        var failure: Failure?
        /// The answer is not shown to be out of date yet.
        var isQuiet = false
        /// False while no screen asks for it: then nobody knows whether the answer still fits.
        var isWanted = true

        var isStale: Bool { !isWanted || answered != wanted || answeredGeneration != generation }
        /// Whether the answer is seen, and seen to be out of date.
        var isDimmed: Bool { isWanted && isStale && !isQuiet }
    }

    /// By the slot's name.
    private(set) var entries: [String: Entry] = [:]
    private var nextRequest = 1
    /// Answers of this state of the data, so that going back shows at once; oldest first.
    private var recent: [(question: AnyQuestion, answer: AnyAnswer)] = []
    private static let recentLimit = 96

    /// Without `recent`, which changes how soon an answer is there but never what is drawn in the end.
    static func == (left: AnswerBoard, right: AnswerBoard) -> Bool {
        left.entries == right.entries && left.nextRequest == right.nextRequest
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(entries)
        hasher.combine(nextRequest)
    }

    subscript<Asked>(slot: Slot<Asked>) -> Loadable<Asked.Answer> {
        guard let entry = entries[slot.name] else { return Loadable() }
        return Loadable(
            value: entry.answer?.answer as? Asked.Answer,
            isStale: entry.answer != nil && entry.isStale,
            isQuiet: entry.isQuiet,
            isWaiting: entry.request != nil,
            failure: entry.failure
        )
    }

    /// Whether anything wanted is on its way.
    var isWaiting: Bool { entries.isEmpty || entries.values.contains { $0.isWanted && $0.request != nil } }

    /// Whether an answer that is on its way replaces one that is not shown to be out of date yet.
    var isWaitingQuietly: Bool { entries.values.contains { $0.isWanted && $0.isQuiet && $0.request != nil } }

    /// Whether the last answer in `slot` answers what is wanted there, if of an earlier state of the data.
    func answersWhatIsWanted(_ slot: Slot<some Question>) -> Bool {
        guard let entry = entries[slot.name] else { return false }
        return entry.isWanted && entry.answered == entry.wanted
    }

    var hasFailures: Bool { entries.values.contains { $0.isWanted && $0.failure != nil } }

    /// Asks what is wanted and not known yet, and lets go of what nobody waits for any more.
    ///
    /// - Parameter isRefresh: it is new data that asks, and nobody has changed what is shown.
    mutating func want(_ wanted: [Wanted], generation: Int, isRefresh: Bool = false) -> [Effect] {
        var effects: [Effect] = []
        let slots = Set(wanted.map(\.slot))
        for slot in entries.keys.sorted() where !slots.contains(slot) {
            if let request = entries[slot]?.request {
                effects.append(.cancel(request))
                entries[slot]?.request = nil
            }
            entries[slot]?.isWanted = false
        }
        for wanted in wanted {
            effects += want(wanted.question, in: wanted.slot, generation: generation, isRefresh)
        }
        return effects
    }

    private mutating func want(
        _ question: AnyQuestion,
        in slot: String,
        generation: Int,
        _ isRefresh: Bool
    ) -> [Effect] {
        var effects: [Effect] = []
        var entry = entries[slot] ?? Entry(wanted: question, generation: generation)
        let wasDimmed = entry.isDimmed
        let isNew = entry.wanted != question || entry.generation != generation
        entry.isWanted = true
        if isNew {
            if let request = entry.request { effects.append(.cancel(request)) }
            entry.request = nil
            entry.failure = nil
            if entry.generation != generation { recent = [] }
            entry.wanted = question
            entry.generation = generation
        }
        if entry.isStale, entry.request == nil, entry.failure == nil {
            if let known = recent.last(where: { $0.question == question }) {
                entry.answer = known.answer
                entry.answered = question
                entry.answeredGeneration = generation
            } else {
                let request = RequestID(nextRequest)
                nextRequest += 1
                entry.request = request
                // An answer to another question would be read as one to this.
                entry.isQuiet = !wasDimmed && (isRefresh || entry.answered == question)
                effects.append(.ask(request, question))
            }
        }
        entries[slot] = entry
        return effects
    }

    /// Takes an answer in; one that nobody waits for is dropped. Returns whether it was wanted.
    @discardableResult
    mutating func take(_ answer: AnyAnswer, for request: RequestID) -> Bool {
        guard let (slot, entry) = entries.first(where: { $0.value.request == request }) else { return false }
        var updated = entry
        updated.request = nil
        updated.answer = answer
        updated.answered = entry.wanted
        updated.answeredGeneration = entry.generation
        updated.isQuiet = false
        updated.failure = nil
        entries[slot] = updated
        recent.append((entry.wanted, answer))
        if recent.count > Self.recentLimit { recent.removeFirst() }
        return true
    }

    /// Notes a failure; the old answer stays. Returns whether anybody waited for it.
    mutating func fail(_ request: RequestID, _ failure: Failure) -> Bool {
        guard let (slot, entry) = entries.first(where: { $0.value.request == request }) else { return false }
        var updated = entry
        updated.request = nil
        updated.failure = failure
        entries[slot] = updated
        return true
    }

    /// What has not been answered by now is shown to be out of date.
    mutating func stopBeingQuiet() {
        for slot in entries.keys { entries[slot]?.isQuiet = false }
    }

    /// Forgets failures, so that what failed is asked again.
    mutating func retry() {
        for slot in entries.keys { entries[slot]?.failure = nil }
    }
}
