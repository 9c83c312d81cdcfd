import Canvas

extension Chart.Label {
    /// `text` in the columns that there are on a wide page and on a phone; the table has the whole of it.
    init(_ text: String, wide: Int, narrow: Int) {
        let safe = SafeText(text)
        self.init(wide: safe.fitted(wide).text, narrow: safe.fitted(narrow).text)
    }

    /// Words at the start of a line whose end has a figure.
    static func name(_ text: String) -> Chart.Label { Chart.Label(text, wide: 64, narrow: 30) }
    /// Words that have a line of their own.
    static func line(_ text: String) -> Chart.Label { Chart.Label(text, wide: 100, narrow: 56) }
    /// A figure, which is never cut.
    static func whole(_ text: String) -> Chart.Label { Chart.Label(wide: text, narrow: text) }
}

/// Lists for the descriptions of charts.
enum ChartText {
    /// The first few, and how many more there are.
    static func list(_ items: [String], most: Int = 12) -> String {
        let more = items.count > most ? ["and \(items.count - most) more"] : []
        return (items.prefix(most) + more).joined(separator: "; ")
    }
}
