import JourneyModel

/// How a format is written.
struct OutputRenderer: Sendable {
    let format: OutputFormat
    let answer: @Sendable (any Reportable, TextStyle, ReportOrigin) -> String
    /// Nil where it holds one answer only.
    let book: (@Sendable (ReportBook) -> String)?

    /// One for each format that holds answers.
    static let all = [
        OutputRenderer(
            format: .text,
            answer: { answer, style, origin in TextRenderer(style: style).text(of: answer.report.from(origin)) },
            book: nil
        ),
        OutputRenderer(format: .json, answer: { answer, _, origin in answer.marked(origin).text }, book: nil),
        OutputRenderer(format: .csv, answer: { answer, _, _ in CSVRenderer.text(of: answer.records) }, book: nil),
        OutputRenderer(
            format: .markdown,
            answer: { answer, _, origin in MarkdownRenderer.text(of: answer.report.from(origin)) },
            book: { MarkdownRenderer.text(of: $0) }
        ),
        OutputRenderer(
            format: .html,
            answer: { answer, _, origin in HTMLRenderer.text(of: answer.report.from(origin)) },
            book: { HTMLRenderer.text(of: $0) }
        ),
    ]

    static func of(_ format: OutputFormat) -> OutputRenderer? { all.first { $0.format == format } }
}
