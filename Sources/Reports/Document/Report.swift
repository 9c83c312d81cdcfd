/// An answer as people read it, before it becomes text, Markdown or a page: what it is about, the figures that matter,
/// the tables and charts, what to know, how it came about. Numbers are worded already.
public struct Report: Hashable, Sendable {
    public struct Section: Hashable, Sendable {
        public var title: String
        public var table: ReportTable?
        /// What a page draws above the table; plain text has the table alone.
        public var charts: [Chart]
        /// Sentences after the table, or instead of it.
        public var notes: [String]

        public init(_ title: String, table: ReportTable? = nil, charts: [Chart] = [], notes: [String] = []) {
            self.title = title
            self.table = table
            self.charts = charts
            self.notes = notes
        }
    }

    public var title: String
    /// Period, filters and unit, in one line; empty where an answer has no scope.
    public var scope: String
    /// The figures that matter, the most important one first.
    public var figures: [KeyFigure]
    /// What else matters, a sentence each.
    public var lead: [String]
    public var sections: [Section]
    /// What the reader should know, the rules, what was counted: last, and short.
    public var receipt: [String]
    /// Made-up data: said wherever people read it.
    public var isDemo: Bool

    public init(
        title: String,
        scope: String = "",
        figures: [KeyFigure] = [],
        lead: [String] = [],
        sections: [Section],
        receipt: [String] = [],
        isDemo: Bool = false
    ) {
        self.title = title
        self.scope = scope
        self.figures = figures
        self.lead = lead
        self.sections = sections
        self.receipt = receipt
        self.isDemo = isDemo
    }

    /// The title as plain text has it.
    var heading: String { isDemo ? title + ", DEMO DATA" : title }

    /// Figures and lead as plain text has them.
    var sentences: [String] { figures.compactMap(\.sentence) + lead }
}

/// Where an answer comes from, for whoever finds the report later.
public struct ReportOrigin: Hashable, Sendable {
    /// The store's name; nil where an answer is about no store.
    public var store: String?
    public var isDemo: Bool

    public init(store: String? = nil, isDemo: Bool = false) {
        self.store = store
        self.isDemo = isDemo
    }
}

extension Report {
    /// This report with its origin in it: the store goes before the scope.
    func from(_ origin: ReportOrigin) -> Report {
        var report = self
        report.isDemo = isDemo || origin.isDemo
        report.scope = [origin.store, scope.isEmpty ? nil : scope].compactMap { $0 }.joined(separator: " · ")
        return report
    }
}
