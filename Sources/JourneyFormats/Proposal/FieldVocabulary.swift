/// What columns are called that hold one field, in the systems that people have.
///
/// Phrases are compared by `NameWords`. A new name is a word in one of the lists, and a header in the tests.
struct FieldVocabulary: Sendable {
    let field: String
    private let tiers: [(weight: Double, isWhole: Bool, phrases: [NameWords])]
    /// Words with which a column is never this field, unless a phrase is all of its name.
    private let never: [NameWords]
    /// Whether a phrase has to stand at a name's end: `case type` is no case.
    private let isEnding: Bool

    /// Each list with commas between its phrases, the likeliest first.
    ///
    /// - Parameters:
    ///   - sure: nothing else is called so.
    ///   - likely: usually it.
    ///   - weak: could be it, where nothing is likelier; the whole name has to be so, or its end.
    init(
        _ field: String,
        sure: String,
        likely: String = "",
        weak: String = "",
        never: String = "",
        isEnding: Bool = false
    ) {
        self.field = field
        self.isEnding = isEnding
        tiers = [(1, false, sure), (0.85, false, likely), (0.6, true, weak)].map { weight, isWhole, list in
            (weight, isWhole, FieldVocabulary.phrases(list))
        }
        self.never = FieldVocabulary.phrases(never)
    }

    /// How much `name` speaks for the field, 0 to 100.
    func score(_ name: NameWords) -> Double {
        var best = score(named: name)
        // `borrower number` is the borrower's, `wrapup code name` the wrapup code.
        if isEnding, let rest = name.withoutIDWord { best = max(best, score(named: rest)) }
        if !isEnding, let rest = name.withoutNameWord { best = max(best, score(named: rest) * 0.96) }
        return best
    }

    private func score(named name: NameWords) -> Double {
        let isBarred = never.contains { says(name, $0) }
        var best = 0.0
        for tier in tiers {
            for (index, phrase) in tier.phrases.enumerated() {
                let likeness = name.likeness(to: phrase)
                if likeness <= 0 || tier.isWhole && likeness < (isEnding ? 100 : 80) || isBarred && likeness < 100 {
                    continue
                }
                if isEnding, likeness < 100, name.words.suffix(phrase.words.count) != phrase.words[...],
                    phrase.words.count < 2 || likeness < 58
                {
                    continue
                }
                best = max(best, likeness * tier.weight - Double(index) * 0.1)
            }
        }
        return best
    }

    private func says(_ name: NameWords, _ phrase: NameWords) -> Bool {
        name.likeness(to: phrase) >= 40 && (phrase.words.count > 1 || name.contains(phrase.joined))
            || name.joined == phrase.joined
    }

    private static func phrases(_ list: String) -> [NameWords] {
        list.split(separator: ",").map { NameWords(String($0)) }.filter { !$0.words.isEmpty }
    }
}
