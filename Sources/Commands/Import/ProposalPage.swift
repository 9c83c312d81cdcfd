import JourneyFormats
import JourneyModel

/// A proposal as people read it: what the rows are and why, the first of them as they would be stored, and each column with
/// what becomes of it. All of that is comments, above the mapping that says the same.
struct ProposalPage {
    private let proposal: MappingProposal
    private let file: String

    init(_ proposal: MappingProposal, file: String) {
        self.proposal = proposal
        self.file = file
    }

    var text: String {
        var lines = [
            "What \(file) could mean. Look it over before using it.", "These look like \(proposal.rows.about)",
        ]
        lines.append("  because \(proposal.rowsReason)")
        if !proposal.preview.rows.isEmpty, proposal.rows.kind != nil {
            lines += ["", "As stored:"] + Self.table([proposal.preview.fields] + proposal.preview.rows)
        }
        if !uses.isEmpty {
            lines += ["", "Columns:"]
            lines += Self.table([["column", "becomes", "sure", "looks like", "because"]] + uses)
        }
        if !proposal.unsure.isEmpty {
            lines += ["", "Not sure:"]
            lines += proposal.unsure.map { open in
                let columns =
                    open.columns.isEmpty ? "" : " (\(open.columns.map { "\"\($0)\"" }.joined(separator: ", ")))"
                return "  \(open.field): \(open.why)\(columns)"
            }
        }
        if !proposal.missing.isEmpty {
            let words = proposal.missing.map { "\"\($0)\"" }.joined(separator: ", ")
            lines += ["", "Taken for no value, if you agree: \(words)"]
        }
        let comments = lines.map { $0.isEmpty ? "#" : "# \($0.harmlessLine)" }
        return comments.joined(separator: "\n") + "\n\n" + proposal.toml
    }

    /// What each column becomes, how sure that is and why; in the order of the file.
    private var uses: [[String]] {
        proposal.samples.map { sample in
            let name = sample.name
            let values = sample.values.map { $0.count > 24 ? $0.prefix(23) + "…" : $0 }.joined(separator: ", ")
            if let guess = proposal.guesses.first(where: { $0.column == name }) {
                return [name, guess.field, String(repeating: "*", count: guess.sureness), values, guess.reason]
            }
            if let event = proposal.events.first(where: { $0.time == name }) {
                return [name, "time of \"\(event.touchpoint)\"", "**", values, "a time of the request"]
            }
            if proposal.time.columns.contains(name) {
                return [name, "time", "**", values, "the clock time of the day beside it"]
            }
            if proposal.visitor == name {
                return [name, "person, where no other id is", "**", values, "a visitor's id"]
            }
            if proposal.dimensions.contains(name) { return [name, "a dimension", "", values, "few distinct values"] }
            switch proposal.rows {
            case .people: return [name, "a trait", "", values, ""]
            case .events, .wide, .communications: return [name, "an attribute", "", values, ""]
            default: return [name, "(left out)", "", values, ""]
            }
        }
    }

    /// What was taken, on a line.
    static func summary(_ proposal: MappingProposal) -> String {
        let columns = proposal.guesses.map { guess in
            let names = guess.field == "time" ? proposal.time.columns : [guess.column]
            return "\(guess.field) = \(names.joined(separator: " + "))"
        }
        let set = proposal.constants.map { "\($0.name) = \"\($0.value)\"" }
        let missing = proposal.missing.isEmpty ? [] : ["no value = \(proposal.missing.joined(separator: " "))"]
        let format = proposal.mapping.timeFormat.map { ["times as \($0)"] } ?? []
        return "\(proposal.rows.rawValue): " + (columns + set + missing + format).joined(separator: ", ")
    }

    /// Rows of cells under one another; the last column is as long as it is.
    private static func table(_ rows: [[String]]) -> [String] {
        let plain = rows.map { $0.map { cell in cell.count > 32 ? cell.prefix(31) + "…" : cell } }
        let count = plain.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            plain.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return zip(plain, rows).map { short, whole in
            let cells = short.enumerated().map { column, cell in
                column == count - 1
                    ? whole[column] : cell + String(repeating: " ", count: max(0, widths[column] - cell.count))
            }
            return "  " + cells.joined(separator: "  ").trimmingSuffix { $0 == " " }
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return String(rest)
    }
}
