import Canvas

/// A report as Markdown with pipe tables (GitHub's form).
enum MarkdownRenderer {
    static func text(of report: Report) -> String {
        var blocks = ["# " + escaped(report.title)]
        if !report.scope.isEmpty { blocks.append("_" + escaped(report.scope) + "_") }
        if !report.lead.isEmpty { blocks.append(list(report.lead)) }
        for section in report.sections {
            blocks.append("## " + escaped(section.title))
            if let table = section.table { blocks.append(text(of: table)) }
            let notes = (section.table?.reasons ?? []) + section.notes
            if !notes.isEmpty { blocks.append(list(notes)) }
        }
        if !report.receipt.isEmpty { blocks.append("## How this came about\n\n" + list(report.receipt)) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func list(_ lines: [String]) -> String {
        // A line that begins like a list would become one inside the list.
        lines.map { line in
            let text = escaped(line)
            return "- " + (text.hasPrefix("+ ") || text.hasPrefix("- ") ? "\\" : "") + text
        }
        .joined(separator: "\n")
    }

    private static func text(of table: ReportTable) -> String {
        let head = row(table.columns.map(\.title))
        let rule = "|" + table.columns.map { $0.alignment == .right ? " ---: |" : " --- |" }.joined()
        return ([head, rule] + table.rows.map { row($0.map(\.text)) }).joined(separator: "\n")
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.map(escaped).joined(separator: " | ") + " |"
    }

    /// Text that Markdown and HTML leave alone: control characters are replaced, marks get a backslash, `<` and `&`
    /// become entities.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in SafeText(text).text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "|", "`", "*", "_", "[", "]", "#", "~", "$": result += "\\" + String(character)
            default: result.append(character)
            }
        }
        return result
    }
}
