import JourneyModel
import Wording

/// What a command can print an answer as.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
    case text, json, csv, markdown, html

    /// The end of the name of a file that holds it.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .json: "json"
        case .csv: "csv"
        case .markdown: "md"
        case .html: "html"
        }
    }
}

/// An answer that can be printed in every format.
public protocol Reportable: Sendable {
    /// With the keys of the commands' contract.
    var json: JSONValue { get }
    /// For people: text, Markdown and pages are made from it.
    var report: Report { get }
    /// For spreadsheets and programs.
    var records: Records { get }
}

extension Reportable {
    /// The answer as `format`, with a newline at its end. `style` matters to text only; people are told the store, and
    /// whether its data is made up. What people read is in the wording in use; what programs read is of no locale.
    public func rendered(
        as format: OutputFormat,
        style: TextStyle = TextStyle(),
        from origin: ReportOrigin = ReportOrigin()
    ) -> String {
        switch format {
        case .text: TextRenderer(style: style).text(of: report.from(origin))
        case .json: WordingStyle.$current.withValue(WordingStyle.current.ofNoLocale) { marked(origin).text }
        case .csv: WordingStyle.$current.withValue(WordingStyle.current.ofNoLocale) { CSVRenderer.text(of: records) }
        case .markdown: MarkdownRenderer.text(of: report.from(origin))
        case .html: HTMLRenderer.text(of: report.from(origin))
        }
    }

    /// The JSON, and where it holds what the reader must know of the whole: that the data is made up, that counts are hidden.
    private func marked(_ origin: ReportOrigin) -> JSONValue {
        let demo = origin.isDemo ? json.adding(["demo": .bool(true)]) : json
        guard let remark = WordingStyle.current.protection?.remark else { return demo }
        return demo.adding(["protected": .text(remark), "protectedRemark": JSONValue(remark)])
    }
}
