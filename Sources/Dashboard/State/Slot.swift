import JourneyModel

/// What an answer is for: whoever asks names the place where it is kept and shown. A slot keeps its last answer while a newer
/// one is on its way. Each screen declares its own, beside the questions that fill them.
struct Slot<Asked: Question>: Hashable, Sendable {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    /// Wants `question` answered here.
    func asks(_ question: Asked) -> Wanted { Wanted(slot: name, question: AnyQuestion(question)) }
}

/// A question, and the slot that its answer is for.
struct Wanted: Hashable, Sendable {
    let slot: String
    let question: AnyQuestion
}

extension Slot<CatalogQuestion> {
    static var catalog: Slot { Slot("catalog") }
}

extension Slot<SummaryQuestion> {
    static var summary: Slot { Slot("summary") }
}
