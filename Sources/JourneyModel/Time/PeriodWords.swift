/// Dates and periods in the words of an office: `31/12/2025`, `31.12.2025`, `31 Dec 2025`, `December 2025`, `Q4 2025`.
///
/// With strokes and dots the day comes first; what can only be month first is refused and not guessed.
enum PeriodWords {
    /// By their first three letters, which is as much of each as must be written.
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    static func period(_ text: String) -> Period? {
        if let date = numbers(text).flatMap({ CivilDate(year: $0.year, month: $0.second, day: $0.first) }) {
            return Period(.day, containing: date)
        }
        let words = words(text)
        switch words.count {
        case 2:
            guard let year = year(words[1]) ?? year(words[0]) else { return nil }
            let name = year == self.year(words[1]) ? words[0] : words[1]
            if let quarter = quarter(name) { return start(.quarter, year, quarter * 3 - 2) }
            return month(name).flatMap { start(.month, year, $0) }
        case 3:
            guard let year = year(words[2]) else { return nil }
            let named = [(words[0], words[1]), (words[1], words[0])].first { month($0.1) != nil }
            guard let (number, name) = named, let month = month(name), let day = day(number) else { return nil }
            return CivilDate(year: year, month: month, day: day).map { Period(.day, containing: $0) }
        default: return nil
        }
    }

    /// `Q4`, `December`: which one of a year it is.
    static func withoutYear(_ text: String) -> (length: PeriodLength, number: Int)? {
        let words = words(text)
        // `oct-` is on its way to something else.
        guard words.count == 1, !text.contains("-") else { return nil }
        return quarter(words[0]).map { (.quarter, $0) } ?? month(words[0]).map { (.month, $0) }
    }

    /// `12/31/2025`.
    static func isMonthFirst(_ text: String) -> Bool {
        numbers(text).map { $0.second > 12 && (1...12).contains($0.first) } ?? false
    }

    /// Of `31/12/2025` or `31.12.2025`.
    private static func numbers(_ text: String) -> (first: Int, second: Int, year: Int)? {
        for mark in ["/", "."] as [Character] {
            let parts = text.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count == 3, let year = parts[2].asciiNumber(digits: 4), let first = short(parts[0]),
                let second = short(parts[1])
            else { continue }
            return (first, second, year)
        }
        return nil
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { $0 == " " || $0 == "," || $0 == "-" }.map { $0 }
    }

    private static func short(_ text: Substring) -> Int? {
        text.asciiNumber(digits: 1) ?? text.asciiNumber(digits: 2)
    }

    private static func year(_ word: Substring) -> Int? { word.asciiNumber(digits: 4) }

    /// `1`, `01`, `1st`.
    private static func day(_ word: Substring) -> Int? {
        let ending = ["st", "nd", "rd", "th"].first { word.hasSuffix($0) }
        return short(word.dropLast(ending?.count ?? 0))
    }

    private static func quarter(_ word: Substring) -> Int? {
        guard word.first == "q", let number = word.dropFirst().asciiNumber(digits: 1), (1...4).contains(number) else {
            return nil
        }
        return number
    }

    private static func month(_ word: Substring) -> Int? {
        let name = word.hasSuffix(".") ? word.dropLast() : word
        guard name.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(name) || name == "sept" && $0 == "september" }.map { $0 + 1 }
    }

    private static func start(_ length: PeriodLength, _ year: Int, _ month: Int) -> Period? {
        CivilDate(year: year, month: month, day: 1).map { Period(length, containing: $0) }
    }
}
