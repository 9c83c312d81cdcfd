import Canvas
import JourneyModel
import Wording

/// Content, consent and the state of the records, a line each.
enum PreferenceFacts {
    static func draw(_ result: PreferencesResult, on canvas: inout Canvas) {
        let lines = [
            heading("Consent") + figure(result.consentCoverage, "granted, of people asked"),
            heading("Content") + figure(result.contentCaptured, "captured") + [Span("    ")]
                + figure(result.contentUsed, "used"),
        ]
        for (index, line) in lines.enumerated() { canvas.line(line, y: index) }
        drawRecords(result, y: lines.count, on: &canvas)
    }

    /// How many lines there are.
    static let rows = 3

    /// `RECORDS  1,670 older than a year    118 people with two at once: the newer counts`
    static func drawRecords(_ result: PreferencesResult, y: Int, on canvas: inout Canvas) {
        let forms = [" people with two at once: the newer counts", " people with two at once"].map { words in
            heading("Records") + [
                Span(NumberText.count(result.stale)), Span(" older than a year    ", .muted),
                Span(NumberText.count(result.conflicting)), Span(words, .muted),
            ]
        }
        canvas.line(canvas.firstFitting(forms, canvas.width), y: y)
    }

    private static func heading(_ text: String) -> [Span] { [Span(text.uppercased() + "  ", .heading)] }

    private static func figure(_ measure: Measure, _ words: String) -> [Span] {
        guard measure.value != nil else {
            return [Span("\(NumberText.absent) \(words): \(measure.caveats.first?.text ?? "")", .muted)]
        }
        return MeasureText.rate(measure) + [Span(" \(words)  \(MeasureText.n(measure))", .muted)]
    }
}
