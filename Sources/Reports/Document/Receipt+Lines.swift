import JourneyModel
import Wording

extension Receipt {
    /// The header line of a report: period, filters, unit.
    var scopeLine: String {
        let filters = scope.filters.map(\.text)
        return ([DateText.text(scope.range, in: scope.zone)] + filters + [unit.plural]).joined(separator: " · ")
    }

    /// The receipt in lines, what the reader should know first.
    var lines: [String] {
        var lines = notes.map(\.text)
        for fact in facts { lines.append("\(fact.label.text): \(fact.value.text(in: scope.zone))") }
        lines.append("Counted: \(NumberText.counted(events, "event")) of \(NumberText.counted(subjects, unit))")
        if eventsWithoutSubject != 0 {
            lines.append(
                "Left out: \(NumberText.counted(eventsWithoutSubject, "event")) without a \(unit.noun(1)), in volumes only"
            )
        }
        if let horizon {
            let label = scope.asOf == nil ? "Data up to" : "As known at"
            lines.append("\(label): \(DateText.text(horizon, in: scope.zone)) \(scope.zone.name)")
        }
        if !definitions.isEmpty {
            let rules = definitions.map { "\($0.rawValue) \(Definition.of($0).title.lowercasedFirst)" }
            lines.append("Rules: " + rules.joined(separator: ", "))
        }
        return lines
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
