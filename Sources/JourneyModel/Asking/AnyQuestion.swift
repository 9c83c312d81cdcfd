/// A question of any kind, to be kept and compared beside others.
public struct AnyQuestion: Hashable, Sendable {
    public let question: any Question

    public init(_ question: any Question) {
        self.question = question
    }

    /// - Throws: what `analyst` throws.
    public func answer(from analyst: any JourneyAnalyst) async throws -> AnyAnswer {
        AnyAnswer(try await analyst.answer(question))
    }

    public static func == (left: AnyQuestion, right: AnyQuestion) -> Bool {
        AnyHashable(left.question) == AnyHashable(right.question)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(question)) }
}

/// An answer to any question.
public struct AnyAnswer: Hashable, Sendable {
    public let answer: any Answer

    public init(_ answer: any Answer) {
        self.answer = answer
    }

    public static func == (left: AnyAnswer, right: AnyAnswer) -> Bool {
        AnyHashable(left.answer) == AnyHashable(right.answer)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(answer)) }
}
