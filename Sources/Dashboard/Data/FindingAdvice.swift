import JourneyModel

/// What to do about a finding of the data lint (D27).
enum FindingAdvice {
    static func text(_ finding: StoreSummary.Finding) -> String {
        guard finding.count != 0 else { return "\(finding.title): none, nothing to do" }
        if let field = field(finding.title) {
            return "import again with the column that says it: cxm import FILE --column \(field)=COLUMN"
        }
        if finding.title.contains("instant") {
            return "ties count in any order unless you say otherwise: cxm show funnel --ties file takes the file's"
        }
        if finding.title.contains("1990") || finding.title.contains("later") {
            return "look at the time column and its zone: cxm import FILE --dry-run --zone ZONE"
        }
        return "give each row an id, so that a repeat is known as one: cxm import FILE --column event_id=COLUMN"
    }

    /// `without a channel`: the field that is missing.
    private static func field(_ title: String) -> String? {
        for start in ["without a ", "without an "] where title.hasPrefix(start) {
            return String(title.dropFirst(start.count))
        }
        return nil
    }
}
