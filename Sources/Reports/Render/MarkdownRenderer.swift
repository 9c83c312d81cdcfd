/// A report as Markdown with pipe tables (GitHub's form).
enum MarkdownRenderer {
    static func text(of report: Report) -> String {
        blocks(of: report, level: 1).joined(separator: "\n\n") + "\n"
    }

    /// Several reports under one title.
    static func text(of book: ReportBook) -> String {
        let head = [heading(book.heading, level: 1), "_" + escaped(book.scope) + "_"]
        return (head + book.reports.flatMap { blocks(of: $0, level: 2) }).joined(separator: "\n\n") + "\n"
    }

    private static func heading(_ text: String, level: Int) -> String {
        String(repeating: "#", count: level) + " " + escaped(text)
    }

    private static func blocks(of report: Report, level: Int) -> [String] {
        var blocks = [heading(report.heading, level: level)]
        if !report.scope.isEmpty { blocks.append("_" + escaped(report.scope) + "_") }
        if !report.sentences.isEmpty { blocks.append(list(report.sentences)) }
        for section in report.sections {
            blocks.append(heading(section.title, level: level + 1))
            if let table = section.table { blocks.append(text(of: table)) }
            let notes = (section.table?.reasons ?? []) + section.notes
            if !notes.isEmpty { blocks.append(list(notes)) }
        }
        if !report.receipt.isEmpty {
            blocks += [heading("How this came about", level: level + 1), list(report.receipt)]
        }
        return blocks
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
        escaping(text) { character in
            "\\|`*_[]#~$".contains(character) ? "\\" + String(character) : entity(character)
        }
    }
}
