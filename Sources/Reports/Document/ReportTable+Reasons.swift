import JourneyModel
import Wording

extension ReportTable {
    /// From this many rows on, a reason names its column only.
    private static let mostRowsNamed = 3

    private struct Reason {
        var column: String
        var text: String
        var rows: [String]
    }

    /// Why figures are absent, a line for every column and reason: a dash alone says too little.
    var reasons: [String] {
        var found: [Reason] = []
        let label = columns.firstIndex { $0.alignment == .left }
        for row in rows {
            for (column, cell) in zip(columns, row) where cell.isAbsent {
                guard let text = cell.reason else { continue }
                let name = label.flatMap { $0 < row.count ? row[$0].text : nil } ?? ""
                if let index = found.firstIndex(where: { $0.column == column.title && $0.text == text }) {
                    found[index].rows.append(name)
                } else {
                    found.append(Reason(column: column.title, text: text, rows: [name]))
                }
            }
        }
        return found.map { reason in
            let isNamed = reason.rows.count <= Self.mostRowsNamed && rows.count > 1 && !reason.rows.contains("")
            let rows = isNamed ? " for \(reason.rows.joined(separator: ", "))" : ""
            return "\(NumberText.absent) under \"\(reason.column)\"\(rows): \(reason.text)"
        }
    }
}
