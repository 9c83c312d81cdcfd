/// What a command can print an answer as.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
    case text, json, csv, markdown
}

/// An answer that can be printed in every format.
public protocol Reportable: Sendable {
    /// With the keys of the commands' contract.
    var json: JSONValue { get }
    /// For people: text and Markdown are made from it.
    var report: Report { get }
    /// For spreadsheets and programs.
    var records: Records { get }
}

extension Reportable {
    /// The answer as `format`, with a newline at its end. `style` matters to text only; an answer about demo data says
    /// so wherever people read it.
    public func rendered(as format: OutputFormat, style: TextStyle = TextStyle(), isDemo: Bool = false) -> String {
        var report = self.report
        if isDemo { report.title += ", DEMO DATA" }
        switch format {
        case .text: return TextRenderer(style: style).text(of: report)
        case .json: return (isDemo ? json.adding(["demo": .bool(true)]) : json).text
        case .csv: return CSVRenderer.text(of: records)
        case .markdown: return MarkdownRenderer.text(of: report)
        }
    }
}
