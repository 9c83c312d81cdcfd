/// Finds what is meant by a few letters of it.
enum Fuzzy {
    /// How well `query` fits `text` (greater is better) and which characters of `text` it found; nil for no fit. All of
    /// the query's letters must come in order; a run that stands together and starts a word is worth most.
    static func match(_ query: String, in text: String) -> (score: Int, matches: Set<Int>)? {
        match(plain(query), in: text)
    }

    private static func match(_ query: [Character], in text: String) -> (score: Int, matches: Set<Int>)? {
        let sought = query.filter { $0 != " " }
        guard !sought.isEmpty else { return (0, []) }
        let letters = plain(text)
        if let whole = run(query, in: letters) {
            return (1000 - whole.lowerBound - letters.count / 8, Set(whole))
        }
        var matches: Set<Int> = []
        var score = 0
        var next = 0
        var previous = -2
        for (index, letter) in letters.enumerated() where next < sought.count && letter == sought[next] {
            let startsWord = index == 0 || !(letters[index - 1].isLetter || letters[index - 1].isNumber)
            score += index == previous + 1 ? 5 : startsWord ? 4 : 1
            matches.insert(index)
            previous = index
            next += 1
        }
        return next == sought.count ? (score, matches) : nil
    }

    /// In small letters, one for one, and as a keyboard has them: dashes as hyphens, spaces that do not break as spaces.
    private static func plain(_ text: String) -> [Character] {
        text.map { character in
            switch character {
            case "\u{2013}", "\u{2212}": "-"
            case "\u{A0}": " "
            default: smallASCII(character) ?? character.lowercased().first ?? " "
            }
        }
    }

    /// Made without a string in between: a key goes through every name of a list.
    private static func smallASCII(_ character: Character) -> Character? {
        character.asciiValue.map { 65...90 ~= $0 ? Character(UnicodeScalar($0 + 32)) : character }
    }

    /// The items that fit, best first; equals, and all of them for an empty query, in their own order.
    static func sorted<Item>(
        _ items: [Item],
        by query: String,
        label: (Item) -> String
    ) -> [(item: Item, matches: Set<Int>)] {
        let query = plain(query)
        let found = items.enumerated().compactMap { offset, item in
            match(query, in: label(item)).map { (offset: offset, item: item, score: $0.score, matches: $0.matches) }
        }
        return found.sorted { ($1.score, $0.offset) < ($0.score, $1.offset) }.map { ($0.item, $0.matches) }
    }

    private static func run(_ sought: [Character], in letters: [Character]) -> Range<Int>? {
        guard !sought.isEmpty, sought.count <= letters.count else { return nil }
        let start = (0...(letters.count - sought.count)).first { letters[$0...].starts(with: sought) }
        return start.map { $0..<($0 + sought.count) }
    }
}
