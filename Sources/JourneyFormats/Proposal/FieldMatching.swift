/// Gives columns to fields: the pair of name and values that speaks most for itself first.
struct FieldMatching {
    struct Match: Sendable {
        var field: String
        var column: ColumnValues
        /// 0 to about 115.
        var score: Double
    }

    let table: SampleTable
    let fit: FieldFit
    private(set) var matches: [Match] = []
    /// Columns that speak for a field nearly as much as the one that has it.
    private(set) var rivals: [String: [String]] = [:]
    private var closed: Set<String>

    /// A match below this is left open.
    static let least = 42.0
    /// As close as this is no difference.
    private static let close = 4.0

    /// - Parameter given: what the user said: field and column, whatever they are called.
    init(_ table: SampleTable, rows: ProposedRows, given: [Mapping.Assignment]) {
        self.table = table
        fit = FieldFit(table: table, rows: rows)
        closed = Set(given.map(\.column))
        for assignment in given {
            guard let column = table[assignment.column] else { continue }
            matches.append(Match(field: assignment.field, column: column, score: 200))
        }
    }

    func column(_ field: String) -> ColumnValues? { matches.first { $0.field == field }?.column }
    func isTaken(_ column: ColumnValues) -> Bool { closed.contains(column.name) }

    mutating func give(_ column: ColumnValues, to field: String, score: Double) {
        matches.append(Match(field: field, column: column, score: score))
        closed.insert(column.name)
    }

    /// Makes a column one that no field takes.
    mutating func close(_ column: ColumnValues) { closed.insert(column.name) }

    mutating func release(_ field: String) {
        for match in matches where match.field == field { closed.remove(match.column.name) }
        matches.removeAll { $0.field == field }
    }

    /// - Parameters:
    ///   - vocabularies: of the fields that are looked for.
    ///   - adjust: what else speaks for or against a column being a field.
    mutating func match(
        _ vocabularies: [FieldVocabulary],
        adjust: (ColumnValues, String, Double) -> Double = { _, _, score in score }
    ) {
        var candidates: [Match] = []
        for vocabulary in vocabularies where column(vocabulary.field) == nil {
            for column in table.columns where !closed.contains(column.name) {
                let score = adjust(column, vocabulary.field, value(column, vocabulary))
                if score >= FieldMatching.least {
                    candidates.append(Match(field: vocabulary.field, column: column, score: score))
                }
            }
        }
        let order = candidates.enumerated().sorted { left, right in
            (right.element.score, left.offset) < (left.element.score, right.offset)
        }
        for candidate in order.map(\.element) {
            if closed.contains(candidate.column.name) { continue }
            if let held = matches.first(where: { $0.field == candidate.field }) {
                if held.score - candidate.score < FieldMatching.close, held.score < 150 {
                    rivals[candidate.field, default: []].append(candidate.column.name)
                }
                continue
            }
            give(candidate.column, to: candidate.field, score: candidate.score)
        }
    }

    func value(_ column: ColumnValues, _ vocabulary: FieldVocabulary) -> Double {
        let name = vocabulary.score(column.words)
        let fits = fit.fit(column, vocabulary.field)
        if fits == 0 { return 0 }
        if vocabulary.field == "channel" || vocabulary.field == "value" {
            // The words in it say what it is, whatever it is called.
            let isChannels =
                column.share(of: KnownValues.channels) >= 0.6 && column.isLabels
                && !column.words.containsAny(["source", "device", "browser", "utm", "preferred", "lib", "library"])
                && FieldVocabulary.touchpoint.score(column.words) < 80
            if isChannels, vocabulary.field == "channel" { return max(name * fits, 68) }
        }
        return name * fits
    }
}
