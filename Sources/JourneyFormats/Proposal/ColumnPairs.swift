/// Columns that say one thing together.
enum ColumnPairs {
    /// A day, and the column with the time of that day; nil where no two columns are such a pair.
    static func dayAndClock(_ table: SampleTable, day: ColumnValues) -> ColumnValues? {
        guard !day.hasClock else { return nil }
        let clocks = table.columns.filter { $0.isClock && !$0.words.containsAny(lengths) }
        let own = Set(day.words.words).subtracting(dayWords)
        func rank(_ clock: ColumnValues) -> (Int, Int) {
            let others = Set(clock.words.words).subtracting(clockWords)
            return (others == own ? 0 : others.isSubset(of: own) ? 1 : 2, abs(clock.place - day.place))
        }
        guard let best = clocks.min(by: { rank($0) < rank($1) }) else { return nil }
        let isNamed = best.words.containsAny(clockWords) || best.words.words.contains { $0.hasSuffix("time") }
        let isNear = abs(best.place - day.place) <= 1
        return isNamed && rank(best).0 < 2 || isNear ? best : nil
    }

    /// How the two together are written; as `TimeDetection` finds it.
    static func times(_ day: ColumnValues, _ clock: ColumnValues) -> TimeDetection.Finding {
        let joined = zip(day.cells, clock.cells).compactMap { day, clock in
            if let day, let clock { "\(day) \(clock)" } else { nil }
        }
        return TimeDetection.guess(joined)
    }

    private static let dayWords: Set<String> = ["date", "day", "datum", "jour", "dag", "tag"]
    private static let clockWords: Set<String> = [
        "time", "clock", "hour", "uhrzeit", "zeit", "tijd", "heure", "tijdstip",
    ]
    private static let lengths: Set<String> = [
        "duration", "talk", "hold", "wait", "handle", "elapsed", "length", "avg", "average", "total", "dauer", "duree",
        "duur",
        "wrap", "speed", "queue", "acw", "ring", "spent",
    ]
}
