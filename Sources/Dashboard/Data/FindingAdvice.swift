import JourneyModel
import Wording

/// What to do about a finding of the data lint (D27).
enum FindingAdvice {
    static func text(_ finding: StoreSummary.Finding) -> String {
        guard finding.count != 0 else { return "\(finding.title.text): none, nothing to do" }
        if let field = field(finding.title) {
            return "import again with the column that says it: cxm import FILE --column \(field)=COLUMN"
        }
        switch finding.title {
        case .atSameInstant:
            return "ties count in any order unless you say otherwise: cxm show funnel --ties file takes the file's"
        case .daysWithoutEvents:
            return "a file may be missing, or nothing happened: cxm show channels --every day has each day"
        case .idsOfTwoSources:
            return "the same may be stored twice: cxm batches lists the imports, and cxm forget takes one out"
        case .before1990, .inFuture:
            return "look at the time column and its zone: cxm import FILE --dry-run --zone ZONE"
        default:
            return "give each row an id, so that a repeat is known as one: cxm import FILE --column event_id=COLUMN"
        }
    }

    /// The field that is missing.
    private static func field(_ title: Remark) -> String? {
        switch title {
        case .withoutPerson: "person"
        case .withoutCase: "case"
        case .withoutChannel: "channel"
        case .withoutService: "service"
        default: nil
        }
    }
}
