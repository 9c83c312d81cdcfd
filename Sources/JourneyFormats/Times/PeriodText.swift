import JourneyModel

/// A month, a quarter or a year as tables write it: `2025-04`, `04/2025`, `April 2025`, `Apr-25`, `2025-Q1`, `Q1 2025`, `2025`;
/// of a year that begins in another month than January `Q1 2025-26`, `2025-26`.
struct PeriodText {
    enum Outcome: Hashable {
        /// The second day is the first that is none of it.
        case days(CivilDate, CivilDate)
        /// Nobody says in which month such a year begins.
        case withoutBeginning
        case unreadable
    }

    /// The month in which years that are written as two begin, from 1.
    var yearBegins: Int?

    func parse(_ text: String) -> Outcome {
        let words = PeriodText.words(text)
        let numbers = words.compactMap(Int.init)
        let letters = words.filter { Int($0) == nil }
        switch letters.count {
        case 0: return parse(words, numbers)
        case 1 where PeriodText.quarters.contains(letters[0]):
            guard let place = words.firstIndex(of: letters[0]), place + 1 < words.count,
                let quarter = Int(words[place + 1]), (1...4).contains(quarter)
            else { return .unreadable }
            var rest = words
            rest.removeSubrange(place...place + 1)
            return year(rest, months: 3, from: 3 * (quarter - 1))
        case 1 where letters[0] == "fy" && numbers.count == 2:
            return year(words.filter { $0 != "fy" }, months: 12, from: 0)
        case 1:
            guard let month = PeriodText.month(letters[0]), numbers.count == 1,
                let year = PeriodText.year(words.first { Int($0) != nil } ?? "")
            else { return .unreadable }
            return days(year, month, 1)
        default: return .unreadable
        }
    }

    /// Digits alone.
    private func parse(_ words: [String], _ numbers: [Int]) -> Outcome {
        let lengths = words.map(\.count)
        switch lengths {
        case [6] where (1...12).contains(numbers[0] % 100): return days(numbers[0] / 100, numbers[0] % 100, 1)
        case [4]: return days(numbers[0], 1, 12)
        case [4, 2] where (1...12).contains(numbers[1]), [4, 1] where (1...9).contains(numbers[1]):
            return days(numbers[0], numbers[1], 1)
        case [2, 4] where (1...12).contains(numbers[0]), [1, 4] where (1...9).contains(numbers[0]):
            return days(numbers[1], numbers[0], 1)
        case [4, 2], [4, 4]: return year(words, months: 12, from: 0)
        default: return .unreadable
        }
    }

    /// A part of a year, or of two that are written as one.
    private func year(_ words: [String], months: Int, from first: Int) -> Outcome {
        guard let year = words.first.flatMap(PeriodText.year) else { return .unreadable }
        if words.count == 1 { return days(year, 1 + first, months) }
        guard words.count == 2, let next = Int(words[1]), next == (words[1].count == 4 ? year + 1 : (year + 1) % 100),
            words[0].count == 4
        else { return .unreadable }
        guard let yearBegins else { return .withoutBeginning }
        return days(year, yearBegins + first, months)
    }

    private func days(_ year: Int, _ month: Int, _ months: Int) -> Outcome {
        func first(_ month: Int) -> CivilDate? {
            CivilDate(year: year + (month - 1) / 12, month: (month - 1) % 12 + 1, day: 1)
        }
        guard (1900...2200).contains(year), let from = first(month), let to = first(month + months) else {
            return .unreadable
        }
        return .days(from, to)
    }

    private static let quarters: Set<String> = ["q", "qtr", "quarter"]

    /// Of four digits, or of two for 1970 to 2069.
    private static func year(_ word: String) -> Int? {
        guard let number = Int(word) else { return nil }
        switch word.count {
        case 4: return number
        case 2: return number < 70 ? 2000 + number : 1900 + number
        default: return nil
        }
    }

    private static func month(_ word: String) -> Int? {
        TimePattern.month(named: Array(word.utf8))
    }

    /// Runs of letters and runs of digits, in small letters.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var before: Bool?
        for character in text.lowercased() {
            let isDigit = ("0"..."9").contains(character)
            guard isDigit || character.isLetter else {
                before = nil
                continue
            }
            if before != isDigit { words.append("") }
            words[words.count - 1].append(character)
            before = isDigit
        }
        return words
    }
}
