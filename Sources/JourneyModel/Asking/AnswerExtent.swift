/// How much an answer says. What either means is with the question.
public enum AnswerExtent: Hashable, Sendable {
    /// How many there are.
    case counts
    /// All that there is to say of them.
    case full
}
