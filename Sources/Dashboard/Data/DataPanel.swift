import JourneyModel
import Wording

/// The lists of the Data screen, in the order that Tab goes through them.
enum DataPanel: Int, CaseIterable {
    case sources, rejects, findings, dimensions
}

extension DataPanel {
    func rows(_ summary: StoreSummary, isKiosk: Bool) -> [ScreenRow] {
        switch self {
        case .sources: summary.sources.map { ScreenRow($0.name) }
        case .rejects:
            summary.rejects.enumerated().map { index, row in
                // Two rows of one file may stand on the same line of it: a CSV inside an archive, a second import.
                ScreenRow("\(index) \(row.source) \(row.reject.line)", text: RejectWords.reason(row, isKiosk: isKiosk))
            }
        case .findings: summary.findings.map { ScreenRow($0.title.text) }
        case .dimensions: summary.dimensions.map { ScreenRow($0.name) }
        }
    }
}

/// What may be said of a row that was not stored.
enum RejectWords {
    static let kioskReason = "kiosk mode: what stood in rejected rows is not shown, because it may be personal data"

    static let publicReason = "Not listed in public: what stood in them may be personal data."

    /// The reason; in kiosk mode without the values that it quotes, which come from the row.
    static func reason(_ row: StoreSummary.RejectedRow, isKiosk: Bool) -> String {
        guard isKiosk else { return row.reject.reason }
        var words = ""
        var isQuoted = false
        for character in row.reject.reason {
            if character == "'" || character == "\"" {
                words += isQuoted ? "…'" : "'"
                isQuoted.toggle()
            } else if !isQuoted {
                words.append(character)
            }
        }
        return isQuoted ? words + "…'" : words
    }
}
