import Canvas
import JourneyModel
import Wording

/// The stage held, and what is between it and the next.
enum MaturityHeadline {
    static func spans(_ result: MaturityResult) -> [Span] {
        guard let name = MaturityText.name(result.stage, result) else {
            return [Span("not yet started", .figure.bold)]
        }
        return [Span("\(result.stage) \(name)", .figure.bold), Span(" held", .text)]
    }

    static func under(_ result: MaturityResult) -> [Span] {
        guard let next = result.next else { return [Span("the last stage", .muted)] }
        let count = result.blockers.count
        return [
            Span(NumberText.count(count)),
            Span(" \(count == 1 ? "criterion keeps" : "criteria keep") stage \(next) back", .muted),
        ]
    }
}
