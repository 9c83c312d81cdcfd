import Foundation
import JourneyModel

/// A mapping guessed from a header and a sample of rows, to be looked at and pasted; it is never used unasked.
public struct MappingProposal: Hashable, Sendable {
    public struct Guess: Hashable, Sendable {
        public var field: String
        public var column: String
        /// Why: what the name or the values say.
        public var reason: String
    }

    /// One for each field that was found.
    public private(set) var guesses: [Guess] = []
    /// The guesses as a mapping, with the time format where it was found.
    public private(set) var mapping: Mapping
    /// What the user must say, or should look at, before importing.
    public private(set) var notes: [String] = []
    /// Columns that nothing is guessed for: those that would be dimensions, and those kept as attributes.
    public private(set) var dimensions: [String] = []
    public private(set) var attributes: [String] = []
    /// Times without a zone: an import needs `--zone`.
    public private(set) var needsZone = false

    /// Guesses from `sample`; what `given` says already is kept.
    ///
    /// - Parameter standard: what the format itself says; nil: names and values are all there is to go by.
    init(sample: TableSample, standard: Mapping?, given: Mapping) {
        mapping = given
        let before = given.columns.map { assignment in
            var resolved = assignment
            let columns = sample.columns.map(\.name)
            resolved.column = ColumnPlanner.resolve(assignment.column, among: columns) ?? assignment.column
            return resolved
        }
        mapping.columns = before
        if let standard {
            mapping = standard.overruled(by: mapping)
            guesses = mapping.columns.map { Guess(field: $0.field, column: $0.column, reason: "standard key") }
        } else {
            guesses = before.map { Guess(field: $0.field, column: $0.column, reason: "given") }
            guessByName(sample)
            guessByContent(sample)
            let order = Field.known
            guesses.sort { (order.firstIndex(of: $0.field) ?? 99) < (order.firstIndex(of: $1.field) ?? 99) }
            mapping.columns = guesses.map { .init(field: $0.field, column: $0.column) }
        }
        notes += sample.notes.map(\.text)
        explainTimes(sample)
        explainMissing(sample)
        let rest = sample.columns.filter { column in
            !guesses.contains { $0.column == column.name } && !mapping.dropped.contains(column.name)
        }
        let taken = Set(guesses.map(\.field)).union(Field.reserved)
        dimensions = rest.filter { $0.isDimension && !taken.contains($0.name) }.map(\.name)
        attributes = rest.map(\.name).filter { !dimensions.contains($0) }
    }

    /// The mapping as a file for `--map`, each line with its reason, and what becomes of the other columns.
    public var toml: String {
        var reasons: [String: String] = [:]
        for guess in guesses { reasons[guess.field] = guess.reason }
        let zone = needsZone ? ["zone = \"Europe/Amsterdam\"  # needed: the times have no zone; say which"] : []
        var lines = [mapping.toml(reasons: reasons, timeNotes: zone)]
        if !dimensions.isEmpty {
            lines.append("# kept as dimensions: \(dimensions.map(\.harmlessLine).joined(separator: ", "))")
        }
        if !attributes.isEmpty {
            lines.append("# kept as attributes: \(attributes.map(\.harmlessLine).joined(separator: ", "))")
        }
        lines += notes.map { "# note: \($0.harmlessLine)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The mapping as arguments of `cxm import`, quoted for a shell.
    public var arguments: String { mapping.arguments }

    // MARK: Guessing

    private func isFree(_ column: String, for field: String) -> Bool {
        !guesses.contains { $0.column == column || $0.field == field }
            && !mapping.constants.contains { $0.name == field } && !mapping.dropped.contains(column)
    }

    private mutating func guessByName(_ sample: TableSample) {
        for (field, names) in FieldSynonyms.table {
            for name in names {
                let plain = FieldSynonyms.simplified(name)
                guard let column = sample.columns.first(where: { FieldSynonyms.simplified($0.name) == plain }),
                    isFree(column.name, for: field), let content = fits(column, field, sample.rows)
                else { continue }
                let reason = "its name means \(field)" + (content.isEmpty ? "" : "; \(content)")
                guesses.append(Guess(field: field, column: column.name, reason: reason))
                break
            }
        }
    }

    /// What the values say where they fit the field; nil where they cannot be it.
    private func fits(_ column: ColumnProfile, _ field: String, _ rows: Int) -> String? {
        switch field {
        case "time", "end", "recorded":
            return MappingProposal.timeReason(column.times)
        case "event_id":
            let isUnique = column.filled == rows && (column.hasTooManyDistinct || column.distinct.count == rows)
            return isUnique ? "its values differ from row to row" : nil
        case "cost": return column.values.allSatisfy { ValueParsing.number($0) != nil } ? "its values are numbers" : nil
        case "sequence": return column.values.allSatisfy { ValueParsing.integer($0) != nil } ? "whole numbers" : nil
        case "duration":
            return column.values.allSatisfy { ValueParsing.duration($0, unit: .seconds) != nil }
                ? "its values are lengths of time" : nil
        case "touchpoint", "channel", "service", "outcome", "direction", "purpose", "variant":
            if column.hasTooManyDistinct { return field == "touchpoint" ? "" : nil }
            return "\(column.distinct.count) distinct values in \(rows) rows"
        default: return ""
        }
    }

    private static func timeReason(_ finding: TimeDetection.Finding) -> String? {
        switch finding {
        case .format(let format, _): "its values read as times (\(format.name))"
        case .ambiguous: "its values read as times, day and month either way round"
        case .none: nil
        }
    }

    /// Time and touchpoint are looked for in the values where no name gives them away.
    private mutating func guessByContent(_ sample: TableSample) {
        for column in sample.columns where isFree(column.name, for: "time") {
            // Plain numbers could be anything; only a name makes them times.
            if column.values.allSatisfy({ ValueParsing.number($0) != nil }) { continue }
            guard let reason = MappingProposal.timeReason(column.times) else { continue }
            guesses.append(Guess(field: "time", column: column.name, reason: reason))
        }
        let texts = sample.columns.filter { column in
            isFree(column.name, for: Dimension.touchpoint) && column.isDimension && column.distinct.count > 1
                && !column.values.allSatisfy { ValueParsing.number($0) != nil }
                && MappingProposal.timeReason(column.times) == nil
        }
        guard let most = texts.max(by: { $0.distinct.count < $1.distinct.count }) else { return }
        let reason = "text with \(most.distinct.count) distinct values in \(sample.rows) rows"
        guesses.append(Guess(field: Dimension.touchpoint, column: most.name, reason: reason))
    }

    private mutating func explainTimes(_ sample: TableSample) {
        guard mapping.timeFormat == nil, let time = guesses.first(where: { $0.field == "time" }),
            let profile = sample.profile(time.column)
        else { return }
        switch profile.times {
        case .format(let format, let isZoneless):
            if case .pattern = format { mapping.timeFormat = format.name }
            needsZone = isZoneless && mapping.zone == nil
        case .ambiguous(let formats):
            let ways = formats.map { "--time-format '\($0.name)'" }.joined(separator: " or ")
            notes.append("day and month could be either way round in \"\(time.column)\": say \(ways)")
            needsZone = mapping.zone == nil
        case .none: break
        }
        if needsZone {
            notes.append("the times in \"\(time.column)\" have no zone: say which, for example --zone Europe/Amsterdam")
        }
    }

    private mutating func explainMissing(_ sample: TableSample) {
        let named = Set(guesses.map(\.field)).union(mapping.constants.map(\.name))
        for field in RowKind.events.required where !named.contains(field) {
            notes.append("no column looks like \(field): say --column \(field)=COLUMN")
        }
        if !named.contains("person"), !named.contains("case") {
            notes.append("no column looks like a person or a case: without either, events count in volumes only")
        }
        if sample.rows == 0 { notes.append("the file has a header but no rows") }
    }
}
