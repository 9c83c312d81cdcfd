import JourneyModel

/// What the first rows say of one column, for whoever has to find out what it holds.
struct ColumnValues: Sendable {
    let name: String
    let words: NameWords
    /// Its place among the columns.
    let place: Int
    /// By row of the sample; nil where there is none, or a word that stands for none.
    let cells: [String?]
    /// Those of the cells that are there.
    let filled: [String]
    let distinct: Set<String>
    /// How its values read as times; `none` also where they are plain numbers and the name speaks of no time.
    let times: TimeDetection.Finding
    private let shapes: [CellShape: Double]
    private let meanWords: Double
    private let meanLength: Double
    private let plainValues: Set<String>

    /// So many rows are looked at.
    static let rows = 1000
    private static let shaped = 200

    init(_ profile: ColumnProfile, place: Int, rows: Int, missing: Set<String>) {
        name = profile.name
        words = NameWords(profile.name)
        self.place = place
        var cells = [String?](repeating: nil, count: min(rows, ColumnValues.rows))
        for (value, row) in zip(profile.values, profile.rows) where row <= cells.count && row > 0 {
            let isMissing = missing.contains(value) || value.allSatisfy { $0 == " " }
            if !isMissing { cells[row - 1] = value }
        }
        self.cells = cells
        filled = cells.compactMap { $0 }
        distinct = Set(filled)
        let some = Array(filled.prefix(ColumnValues.shaped))
        let found = some.map(CellShape.init)
        var shares: [CellShape: Double] = [:]
        for shape in ColumnValues.all {
            let count = found.reduce(0) { $0 + ($1.contains(shape) ? 1 : 0) }
            shares[shape] = some.isEmpty ? 0 : Double(count) / Double(some.count)
        }
        shapes = shares
        let count = Double(max(1, some.count))
        meanWords = some.reduce(0) { $0 + Double($1.split(separator: " ").count) } / count
        meanLength = some.reduce(0) { $0 + Double($1.count) } / count
        plainValues = Set(distinct.prefix(300).map(KnownValues.plain))
        times = ColumnValues.times(words, some, shares)
    }

    private static let all: [CellShape] = [
        .number, .whole, .clock, .email, .phone, .uuid, .address, .postcode, .period, .money, .personName, .boolean,
        .percent,
        .dated,
    ]

    private static let timeWords: Set<String> = [
        "time", "date", "timestamp", "ts", "tstamp", "at", "on", "datetime", "created", "updated", "opened", "closed",
        "started",
        "ended", "start", "end", "eventtime", "when", "day", "datum", "zeit", "tijd", "heure", "sent", "received",
        "moment",
        "zeitstempel", "tijdstip", "horodatage", "stamp", "completed", "recorded", "resolved", "modified", "gmt", "utc",
        "from", "to", "since", "until", "begin", "eventtimestamp", "starttime", "endtime",
    ]

    private static func times(
        _ words: NameWords,
        _ values: [String],
        _ shares: [CellShape: Double]
    ) -> TimeDetection.Finding {
        guard (shares[.dated] ?? 0) >= 0.9, (shares[.email] ?? 0) < 0.1, (shares[.uuid] ?? 0) < 0.1 else {
            return .none
        }
        // Plain numbers could be anything; only a name makes them times.
        if (shares[.number] ?? 0) > 0.5 {
            let says =
                words.containsAny(timeWords) || words.words.contains { $0.hasSuffix("time") || $0.hasSuffix("date") }
            guard says, !words.contains("id"), !words.contains("number") else { return .none }
        }
        if (shares[.phone] ?? 0) > 0.5, (shares[.number] ?? 0) < 0.5 { return .none }
        return TimeDetection.guess(values)
    }

    func share(_ shape: CellShape) -> Double { shapes[shape] ?? 0 }

    var isEmpty: Bool { filled.isEmpty }
    var fill: Double { cells.isEmpty ? 0 : Double(filled.count) / Double(cells.count) }
    var isTime: Bool { times != .none && share(.clock) < 0.5 }
    var isClock: Bool { share(.clock) >= 0.9 }
    var isPeriod: Bool { !isTime && share(.period) >= 0.9 }
    var isNumeric: Bool { !isTime && (share(.number) >= 0.9 || share(.money) >= 0.9 || share(.percent) >= 0.9) }
    var isMoney: Bool { share(.money) >= 0.9 }
    var isBoolean: Bool { share(.boolean) >= 0.95 && distinct.count <= 4 }
    /// Times that tell more than the day.
    var hasClock: Bool { isTime && filled.contains { $0.contains(":") || CellShape.number($0) != nil && $0.count > 8 } }

    var distinctShare: Double { filled.isEmpty ? 0 : Double(distinct.count) / Double(filled.count) }
    var isUnique: Bool { filled.count > 0 && distinctShare >= 0.98 }
    /// One value throughout, or nothing but zeros: it tells nobody from anybody.
    var saysNothing: Bool {
        distinct.count <= 1 && filled.count > 1 || distinct.allSatisfy { $0.allSatisfy { "0-".contains($0) } }
    }

    /// Sentences: long, or of several words and nearly all different.
    var isFreeText: Bool {
        !isTime && (meanLength > 60 || meanWords >= 3 && distinctShare > 0.5 && filled.count > 3)
    }

    var isWordy: Bool { meanWords >= 2.2 || meanLength > 18 }

    /// Labels: few of them, short, and neither numbers nor times nor anything else that has a form of its own.
    var isLabels: Bool {
        guard !isEmpty, !isTime, !isNumeric, !isClock, !isPeriod, !isFreeText, meanLength <= 50 else { return false }
        for shape in [CellShape.email, .phone, .uuid, .postcode, .money, .percent] where share(shape) > 0.5 {
            return false
        }
        return distinct.count <= 20 || distinctShare <= 0.5
    }

    var looksLikeNames: Bool { share(.personName) >= 0.9 && distinct.count > 3 }

    /// The share of its distinct values that are among `words`.
    func share(of words: Set<String>) -> Double {
        guard !plainValues.isEmpty else { return 0 }
        let known = plainValues.filter { words.contains($0) }.count
        return Double(known) / Double(plainValues.count)
    }

    /// The least and greatest number in it; nil where it holds none.
    var range: ClosedRange<Double>? {
        let numbers = filled.prefix(300).compactMap { CellShape.number(ColumnValues.leading($0)) }
        guard let least = numbers.min(), let most = numbers.max() else { return nil }
        return least...most
    }

    /// `4` of `4 - Satisfied`.
    static func leading(_ text: String) -> String {
        let digits = text.prefix { $0.isNumber || $0 == "." }
        return digits.isEmpty || digits.count == text.count ? text : String(digits)
    }

    /// Whether its values are answers on a scale: small numbers, perhaps with words behind them, or words of praise and blame.
    var isRating: Bool {
        guard !isEmpty, !isTime, distinct.count <= 101 else { return false }
        if share(of: KnownValues.ratings) >= 0.6 { return true }
        let numbers = filled.prefix(300).compactMap { CellShape.number(ColumnValues.leading($0)) }
        guard numbers.count * 10 >= min(filled.count, 300) * 8, let range else { return false }
        return range.lowerBound >= -1 && range.upperBound <= 100 && (range.upperBound <= 10 || share(.number) > 0.9)
    }
}
