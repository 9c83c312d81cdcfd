/// What can be asked of the data: a value that holds all that its answer depends on but the data.
///
/// Whoever answers, prepares, protects, keeps or draws answers does so for every question alike: a new one needs its own type,
/// the kernel that answers it, and what shows it.
public protocol Question: Hashable, Sendable {
    associatedtype Answer: JourneyModel.Answer
}

/// What comes of a question: figures with all that is needed to trust them, as they may be shown to somebody.
public protocol Answer: Protectable, Hashable, Sendable {
    /// Whom it counted; nil where it counts nobody, or is made of answers that each say so themselves.
    var population: Receipt? { get }
}

/// An answer that counts events and whoever has them.
public protocol CountedAnswer: Answer {
    var receipt: Receipt { get }
}

extension CountedAnswer {
    public var population: Receipt? { receipt }
}

/// A question that is answered from the answers to others: whoever answers those, answers this alike.
public protocol ComposedQuestion: Question {
    /// - Throws: what `analyst` throws.
    func answer(from analyst: any JourneyAnalyst) async throws -> Answer
}
