/// A report as plain text: linear, no frames, no colour, so that it reads well aloud and in a mail.
struct TextRenderer {
    var style: TextStyle

    func text(of report: Report) -> String {
        var blocks = [style.wrapped(report.heading) + (report.scope.isEmpty ? [] : style.wrapped(report.scope))]
        blocks.append(report.sentences.flatMap { style.wrapped($0) })
        for section in report.sections { blocks.append(lines(of: section)) }
        if !report.receipt.isEmpty {
            blocks.append(["How this came about"] + report.receipt.flatMap { style.wrapped($0, indent: 2, hanging: 2) })
        }
        let text = blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
        return text + "\n"
    }

    private func lines(of section: Report.Section) -> [String] {
        var lines = style.wrapped(section.title)
        if let table = section.table {
            lines += TextTable(table, style: style).lines
            lines += table.reasons.flatMap { style.wrapped($0, indent: 2, hanging: 2) }
        }
        return lines + section.notes.flatMap { style.wrapped($0, indent: 2, hanging: 2) }
    }
}
