import Foundation

/// The words of a column's name. Case, accents, spaces, `_`, `-`, `.`, `:` and where capitals begin make no difference.
struct NameWords: Hashable, Sendable {
    let words: [String]
    /// The words without anything between them.
    let joined: String

    init(_ name: String) {
        let plain = name.folding(options: .diacriticInsensitive, locale: nil).replacing("ß", with: "ss")
        words = NameWords.split(plain).map { $0.lowercased() }.filter { !NameWords.small.contains($0) }
        joined = self.words.joined()
    }

    private init(_ words: some Sequence<String>) {
        self.words = Array(words)
        joined = self.words.joined()
    }

    /// The name without the word at its end that makes an id of it; nil where there is none.
    var withoutIDWord: NameWords? {
        guard words.count > 1, let last = words.last, NameWords.idWords.contains(last) else { return nil }
        return NameWords(words.dropLast())
    }

    /// The name without `name` or `description` at its end; nil where there is none.
    var withoutNameWord: NameWords? {
        guard words.count > 1, let last = words.last, ["name", "description", "desc", "label", "title"].contains(last)
        else {
            return nil
        }
        return NameWords(words.dropLast())
    }

    private static let idWords: Set<String> = [
        "id", "no", "nr", "number", "ref", "reference", "key", "uuid", "guid", "nummer", "numero", "identifier", "num",
    ]

    func contains(_ word: String) -> Bool { words.contains(word) }

    func containsAny(_ some: Set<String>) -> Bool { words.contains(where: some.contains) }

    /// How well the name says `phrase`, 0 to 100: all of it, its end, its beginning, something in its middle.
    func likeness(to phrase: NameWords) -> Double {
        if joined == phrase.joined { return 100 }
        guard let first = phrase.words.first, words.count > phrase.words.count && words.contains(first) else {
            return phrase.joined.utf8.count >= 7 && words.count <= 2 && joined.hasSuffix(phrase.joined) ? 62 : 0
        }
        let extra = Double(words.count - phrase.words.count)
        if words.suffix(phrase.words.count) == phrase.words[...] { return max(60, 88 - 4 * extra) }
        // A question of a survey has every word that there is.
        let isPhrase = phrase.words.count > 1
        if extra > 4, !isPhrase { return 0 }
        if words.prefix(phrase.words.count) == phrase.words[...] { return max(isPhrase ? 60 : 45, 76 - 6 * extra) }
        if holds(phrase.words) { return max(isPhrase ? 58 : 40, 66 - 6 * extra) }
        if phrase.joined.utf8.count >= 7, words.count <= 2, joined.hasSuffix(phrase.joined) { return 62 }
        return 0
    }

    private func holds(_ some: [String]) -> Bool {
        guard !some.isEmpty, words.count >= some.count else { return false }
        return (0...words.count - some.count).contains { words[$0..<$0 + some.count] == some[...] }
    }

    /// Words that say nothing of what a column is.
    private static let small: Set<String> = [
        "the", "of", "a", "an", "your", "der", "die", "das", "des", "den", "le", "la", "les", "du", "de", "van", "het",
        "you", "we",
        "us", "our", "is", "are", "was", "were", "do", "does", "did", "my", "please", "with", "this",
    ]

    private static func split(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        let letters = Array(name)
        for (index, letter) in letters.enumerated() {
            guard letter.isLetter || letter.isNumber else {
                words.append(word)
                word = ""
                continue
            }
            if letter.isUppercase, let before = word.last {
                let next = index + 1 < letters.count ? letters[index + 1] : nil
                // `userId`, and `IPAddress`; not `IDs`.
                let endsRun = before.isUppercase && next?.isLowercase == true && next != "s"
                if before.isLowercase || endsRun {
                    words.append(word)
                    word = ""
                }
            }
            word.append(letter)
        }
        return (words + [word]).filter { !$0.isEmpty }
    }
}
