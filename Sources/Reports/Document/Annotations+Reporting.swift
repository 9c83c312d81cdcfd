import JourneyModel
import Wording

extension [AnnotationRecord] {
    var json: JSONValue {
        .array(
            map { ["time": JSONValue($0.time), "service": .string(orNull: $0.service), "text": .string($0.text)] }
        )
    }

    /// What happened within a trend; nil where nothing is noted.
    func section(_ scope: Scope) -> Report.Section? {
        guard !isEmpty else { return nil }
        let rows = map { annotation in
            [
                ReportCell(DateText.text(scope.zone.date(at: annotation.time))), ReportCell(annotation.text),
                ReportCell(annotation.service ?? "every service"),
            ]
        }
        return Report.Section(
            "What happened",
            table: ReportTable([.words("date"), .words("what"), .words("service")], rows)
        )
    }
}
