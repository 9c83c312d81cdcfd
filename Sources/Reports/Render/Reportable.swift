public import JourneyModel

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
    /// whether its data is made up. A format that holds no answers is taken for text.
    public func rendered(
        as format: OutputFormat,
        style: TextStyle = TextStyle(),
        from origin: ReportOrigin = ReportOrigin()
    ) -> String {
        let renderer =
            OutputRenderer.of(format)?.answer ?? { answer, style, origin in
                TextRenderer(style: style).text(of: answer.report.from(origin))
            }
        return renderer(self, style, origin)
    }

    /// The JSON, and where it holds what the reader must know of the whole: that the data is made up, that counts are hidden.
    func marked(_ origin: ReportOrigin) -> JSONValue {
        let demo = origin.isDemo ? json.adding(["demo": .bool(true)]) : json
        return WordingStyle.current.protection.map { demo.adding(["protected": .string($0.sentence)]) } ?? demo
    }
}
