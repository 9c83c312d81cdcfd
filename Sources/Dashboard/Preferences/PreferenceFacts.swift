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
        drawWarnings(result, y: lines.count + 1, on: &canvas)
    }

    /// How many lines there are.
    static func rows(_ result: PreferencesResult) -> Int { 3 + warningRows(result) }

    /// A store may name very many channels that nobody has; the report names them all.
    private static let mostWarnings = 3

    static func warningRows(_ result: PreferencesResult) -> Int { min(result.warnings.count, mostWarnings) }

    /// What of consents and preferences somebody has to see to, a line each.
    static func drawWarnings(_ result: PreferencesResult, y: Int, on canvas: inout Canvas) {
        for (index, warning) in result.warnings.prefix(mostWarnings).enumerated() {
            canvas.line([Span("! ", .warning), Span(warning.text)], y: y + index)
        }
    }

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
