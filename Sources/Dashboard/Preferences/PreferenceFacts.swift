import Canvas
import JourneyModel

/// Content, consent and the state of the records, a line each.
enum PreferenceFacts {
    static func lines(_ result: PreferencesResult) -> [[Span]] {
        [
            heading("Consent") + figure(result.consentCoverage, "granted, of people asked"),
            heading("Content") + figure(result.contentCaptured, "captured") + [Span("    ")]
                + figure(result.contentUsed, "used"),
            heading("Records") + [
                Span(NumberText.count(result.stale)), Span(" older than a year    ", .muted),
                Span(NumberText.count(result.conflicting)), Span(" people with two at once: the newer counts", .muted),
            ],
        ]
    }

    private static func heading(_ text: String) -> [Span] { [Span(text.uppercased() + "  ", .heading)] }

    private static func figure(_ measure: Measure, _ words: String) -> [Span] {
        guard measure.value != nil else {
            return [Span("\(NumberText.absent) \(words): \(measure.caveats.first ?? "")", .muted)]
        }
        return MeasureText.rate(measure) + [Span(" \(words)  \(MeasureText.n(measure))", .muted)]
    }
}
