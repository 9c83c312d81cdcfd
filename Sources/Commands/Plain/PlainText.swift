import Canvas
import Dashboard
import JourneyModel
import Reports

/// Writes what the dashboard says as lines for listening: a sentence a line, lists with numbers, no signs that only the eye
/// takes for what they are.
struct PlainText {
    var glyphs: GlyphSet
    var origin: ReportOrigin

    /// Everything, with an empty line before each part.
    func text(of view: PlainView) -> String {
        var parts = [lines(view.head)]
        if let answer = view.content?.answer {
            // Nothing is wrapped: a line is a sentence, and the terminal breaks it where it must.
            let style = TextStyle(width: Self.longest, glyphs: glyphs, rowsAreSentences: true)
            let report = answer.rendered(as: .text, style: style, from: origin)
            parts.append(lines(report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
        }
        parts.append(lines(view.lines))
        if !view.choices.isEmpty { parts.append(numbered(view.choices, none: "")) }
        parts.append(lines(["Say: \(view.prompt)."]))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func numbered(_ rows: [String], none: String) -> String {
        rows.isEmpty ? lines([none]) : lines(rows.enumerated().map { "\($0.offset + 1): \($0.element)" })
    }

    func lines(_ lines: [String]) -> String {
        lines.map { safe($0) + "\n" }.joined()
    }

    /// Text from anywhere, for listening.
    private func safe(_ text: String) -> String {
        let spoken = text.replacing(" \u{B7} ", with: ", ").replacing(" \u{2192} ", with: " to ")
        return SafeText(spoken, glyphs).text
    }

    private static let longest = 10_000
}
