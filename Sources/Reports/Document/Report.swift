/// An answer as people read it, before it becomes text or Markdown: what it is about, the one figure that matters, the
/// tables, what to know, how it came about. Numbers are worded already.
public struct Report: Hashable, Sendable {
    public struct Section: Hashable, Sendable {
        public var title: String
        public var table: ReportTable?
        /// Sentences after the table, or instead of it.
        public var notes: [String]

        public init(_ title: String, table: ReportTable? = nil, notes: [String] = []) {
            self.title = title
            self.table = table
            self.notes = notes
        }
    }

    public var title: String
    /// Period, filters and unit, in one line; empty where an answer has no scope.
    public var scope: String
    /// The figures that matter, a sentence each.
    public var lead: [String]
    public var sections: [Section]
    /// What the reader should know, the rules, what was counted: last, and short.
    public var receipt: [String]

    public init(title: String, scope: String = "", lead: [String], sections: [Section], receipt: [String] = []) {
        self.title = title
        self.scope = scope
        self.lead = lead
        self.sections = sections
        self.receipt = receipt
    }
}

/// Rows under headings.
public struct ReportTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public enum Alignment: Hashable, Sendable { case left, right }

        public var title: String
        public var alignment: Alignment

        /// A column of words.
        public static func words(_ title: String) -> Column { Column(title: title, alignment: .left) }
        /// A column of figures.
        public static func figures(_ title: String) -> Column { Column(title: title, alignment: .right) }
    }

    public var columns: [Column]
    public var rows: [[ReportCell]]

    public init(_ columns: [Column], _ rows: [[ReportCell]]) {
        self.columns = columns
        self.rows = rows
    }
}
