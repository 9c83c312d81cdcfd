import Canvas
import JourneyModel
import Wording

/// One source, or one row that was not stored.
enum DataDetailView {
    private static let labelWidth = 14

    static func draw(source name: String, _ summary: StoreSummary, _ state: DashboardState, on canvas: inout Canvas) {
        guard let source = summary.sources.first(where: { $0.name == name }) else {
            canvas.emptyState(EmptyState("The source '\(name)' is gone.", "Esc goes back."))
            return
        }
        canvas.line([
            Span(NumberText.count(source.stored), .figure.bold), Span(" rows stored"),
            Span(" of \(NumberText.count(source.read)) read", .muted),
        ])
        let facts = [
            ("duplicates", "\(NumberText.count(source.duplicates)), read before and not stored again"),
            ("rejected", NumberText.count(source.rejected)),
            ("imports", NumberText.count(source.imports)),
            ("last import", DateText.text(source.lastImport, in: state.scope.zone)),
            ("last file", source.fileName.isEmpty ? NumberText.absent : source.fileName),
            ("format", source.format),
        ]
        var y = 2
        for fact in facts { y = draw(fact, y: y, on: &canvas) }
        let store = ShellWord.quoted(state.store.path)
        y += 1
        y += canvas.paragraph("The same file again adds only what is new in it:", y: y, .muted)
        y += canvas.paragraph(
            "cxm import FILE --source \(ShellWord.quoted(source.name)) --store \(store)",
            x: 2,
            y: y,
            .link
        )
        guard source.rejected != 0 else { return }
        y += 1
        y += canvas.paragraph(
            "With --rejects OUT it writes the rows it cannot store to a file, to be mended.",
            y: y,
            .muted
        )
    }

    static func draw(_ row: StoreSummary.RejectedRow, _ state: DashboardState, on canvas: inout Canvas) {
        let isKiosk = state.store.isKiosk
        canvas.line([
            Span("Line \(NumberText.count(row.reject.line))", .figure.bold), Span(" of \(row.source) was not stored"),
        ])
        var y = draw(("reason", RejectWords.reason(row, isKiosk: isKiosk)), y: 2, on: &canvas) + 1
        canvas.heading("As it stood in the file", y: y)
        y += 1
        if isKiosk {
            canvas.paragraph(RejectWords.kioskReason, y: y, .muted)
        } else if row.reject.raw.isEmpty {
            canvas.text("The import kept nothing of it.", y: y, .muted)
        } else {
            canvas.paragraph(row.reject.raw, x: 2, y: y, maximumLines: max(1, canvas.height - y - 3))
            if canvas.height > y + 4 {
                canvas.text(
                    "Mend it in the file and import that again: nothing is stored twice.",
                    y: canvas.height - 1,
                    .muted
                )
            }
        }
    }

    private static func draw(_ fact: (label: String, value: String), y: Int, on canvas: inout Canvas) -> Int {
        canvas.text(fact.label, y: y, .muted, width: labelWidth - 1)
        return y + max(1, canvas.paragraph(fact.value, x: labelWidth, y: y, width: max(1, canvas.width - labelWidth)))
    }
}
