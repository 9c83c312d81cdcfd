import JourneyModel

/// What is said of a list that is empty.
public enum NoneText {
    /// `words` of a whole screen that is empty; in public there may be people, but too few to be shown.
    public static func screen(_ words: String) -> String {
        WordingStyle.current.protection.map { "Nobody, or fewer than \($0.lowest): too few to be shown in public." }
            ?? words
    }

    /// `words`; in public a list may be empty because what there is is of too few people (D25, rule 6).
    public static func text(_ words: String) -> String {
        WordingStyle.current.protection.map { "None, or none of \($0.lowest) or more." } ?? words
    }
}
