/// What is said of a list that is empty.
public enum NoneText {
    /// `words`; in public a list may be empty because what there is is of too few people (D25, rule 6).
    public static func text(_ words: String) -> String {
        WordingStyle.current.protection.map { "None, or none of \($0.lowest) or more." } ?? words
    }
}
