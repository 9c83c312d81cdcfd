/// A row of an answer, to be printed as a JSON array.
struct AnswerRow: Hashable, Sendable {
    enum Cell: Hashable, Sendable {
        case text(String)
        case count(Int)
        case number(Double)
    }

    var cells: [Cell]

    init(_ cells: [Cell]) {
        self.cells = cells
    }

    /// `{"rows": [[…], …]}`, on one line.
    static func json(_ rows: [AnswerRow]) -> String {
        "{\"rows\": [" + rows.map(\.json).joined(separator: ", ") + "]}"
    }

    private var json: String {
        "[" + cells.map(AnswerRow.json).joined(separator: ", ") + "]"
    }

    private static func json(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): quoted(text)
        case .count(let count): "\(count)"
        case .number(let number): "\(number)"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
