import JourneyModel
import Wording

extension CountingUnit {
    /// What `count` subjects of this unit are called.
    func noun(_ count: Int) -> String {
        switch self {
        case .person: count == 1 ? "person" : "people"
        case .case: count == 1 ? "case" : "cases"
        case .session: count == 1 ? "session" : "sessions"
        case .attempt: count == 1 ? "attempt" : "attempts"
        }
    }
}

/// `1 event`, `1,234 events`.
func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    NumberText.count(count) + " " + (count == 1 ? singular : plural ?? singular + "s")
}

extension Receipt {
    /// The header line of a report: period, filters, unit.
    var scopeLine: String {
        let filters = scope.filters.map(\.text)
        return ([DateText.text(scope.range, in: scope.zone)] + filters + [unit.noun(2)]).joined(separator: " · ")
    }

    /// The receipt in lines, what the reader should know first.
    var lines: [String] {
        var lines = notes.map(\.text)
        for fact in facts { lines.append("\(fact.label.text): \(fact.value.text(in: scope.zone))") }
        lines.append("Counted: \(counted(events, "event")) of \(counted(subjects, unit.noun(1), unit.noun(2)))")
        if eventsWithoutSubject != 0 {
            lines.append(
                "Left out: \(counted(eventsWithoutSubject, "event")) without a \(unit.noun(1)), in volumes only"
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
