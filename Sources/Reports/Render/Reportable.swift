public import JourneyModel
import Wording

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
        let renderer =
            OutputRenderer.of(format)?.answer ?? { answer, style, origin in
                TextRenderer(style: style).text(of: answer.report.from(origin))
            }
        guard format.isForPrograms else { return renderer(self, style, origin) }
        return WordingStyle.$current.withValue(WordingStyle.current.ofNoLocale) { renderer(self, style, origin) }
    }

    /// The JSON, and where it holds what the reader must know of the whole: that the data is made up, that counts are hidden.
    func marked(_ origin: ReportOrigin) -> JSONValue {
        let demo = origin.isDemo ? json.adding(["demo": .bool(true)]) : json
        guard let remark = WordingStyle.current.protection?.remark else { return demo }
        return demo.adding(["protected": .text(remark), "protectedRemark": JSONValue(remark)])
    }
}
