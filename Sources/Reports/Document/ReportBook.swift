public import JourneyModel

/// Several reports in one document.
public struct ReportBook: Hashable, Sendable {
    public var title: String
    /// Store, period, filters and unit, in one line.
    public var scope: String
    public var reports: [Report]
    public var isDemo: Bool

    /// - Parameter reports: in the order in which they are read; their own scopes leave the store out.
    public init(title: String, scope: String, reports: [Report], isDemo: Bool) {
        self.title = title
        self.scope = scope
        self.reports = reports
        self.isDemo = isDemo
    }

    /// The title as plain text has it.
    var heading: String { isDemo ? title + ", DEMO DATA" : title }

    /// The document, with a newline at its end. A format that holds one answer only is taken for HTML.
    public func rendered(as format: OutputFormat) -> String {
        OutputRenderer.of(format)?.book?(self) ?? HTMLRenderer.text(of: self)
    }
}
