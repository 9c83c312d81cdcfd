/// Takes the numbers out of sentences.
enum NumberMask {
    /// A sentence of more numbers than this is about them, and says nothing without.
    private static let most = 2

    /// `1,234 of 40 starts` becomes `… of … starts`. Digits within a word stay: they are part of a name. Nil where nothing
    /// is left to say.
    static func masked(_ sentence: String) -> String? {
        let words = sentence.split(separator: " ", omittingEmptySubsequences: false)
        let isNumber = words.map { $0.contains(where: \.isNumber) && !$0.contains(where: \.isLetter) }
        guard isNumber.count(where: { $0 }) <= most else { return nil }
        return zip(words, isNumber).map { $1 ? "…" : String($0) }.joined(separator: " ")
    }
}
