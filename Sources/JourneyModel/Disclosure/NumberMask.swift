/// Takes the numbers out of sentences.
enum NumberMask {
    /// `1,234 of 40 starts` becomes `… of … starts`. Digits within a word stay: they are part of a name.
    static func masked(_ sentence: String) -> String {
        let words = sentence.split(separator: " ", omittingEmptySubsequences: false)
        return words.map { word in
            word.contains(where: \.isNumber) && !word.contains(where: \.isLetter) ? "…" : String(word)
        }.joined(separator: " ")
    }
}
