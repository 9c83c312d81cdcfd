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
