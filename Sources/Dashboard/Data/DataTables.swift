import Canvas
import JourneyModel
import Wording

/// The lists of the Data screen.
enum DataTables {
    static func sources(_ summary: StoreSummary, _ state: DashboardState, on canvas: inout Canvas) {
        let zone = state.scope.zone
        let rows = summary.sources.map { source in
            TableRow([
                .text(source.name),
                .text(source.format, .muted),
                .text(NumberText.count(source.read)),
                .text(NumberText.count(source.stored)),
                .text(NumberText.count(source.duplicates), .muted),
                .text(NumberText.count(source.rejected), source.rejected != 0 ? .warning : .muted),
                .text(NumberText.count(source.imports), .muted),
                .text(DateText.text(source.lastImport, in: zone), .muted),
                .text(source.fileName.isEmpty ? NumberText.absent : source.fileName, .muted),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 12, maximum: 30, priority: 10),
                    TableColumn("format", priority: 5),
                    TableColumn("read", align: .right, priority: 8),
                    TableColumn("stored", align: .right, priority: 9),
                    TableColumn("duplicates", align: .right, priority: 6),
                    TableColumn("rejected", align: .right, priority: 7),
                    TableColumn("imports", align: .right, priority: 3),
                    TableColumn("last import", priority: 4),
                    TableColumn("last file", minimum: 8, maximum: 44, priority: 2, truncation: .middle),
                ],
                rows: rows,
                cursor: state.cursor(panel: DataPanel.sources.rawValue),
                list: DataPanel.sources.rawValue
            ),
            titled: "Sources"
        )
    }

    static func rejects(_ summary: StoreSummary, _ state: DashboardState, on canvas: inout Canvas) {
        guard !summary.rejects.isEmpty else {
            canvas.heading("Rejected rows")
            let none = "None: every row that was read is stored or known as a duplicate."
            canvas.text(summary.rejectedTotal == 0 ? none : RejectWords.publicReason, y: 1, .muted)
            return
        }
        let isKiosk = state.store.isKiosk
        let rows = summary.rejects.map { row in
            TableRow([
                .text(row.source),
                .text(NumberText.count(row.reject.line)),
                .text(RejectWords.reason(row, isKiosk: isKiosk)),
            ])
        }
        let all = summary.rejectedTotal
        let shown = summary.rejects.count
        let reason = all > shown ? "reason (the latest \(shown) of \(NumberText.count(all)))" : "reason"
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 13, maximum: 30, priority: 10),
                    TableColumn("line", align: .right, priority: 9),
                    TableColumn(reason, minimum: 20, priority: 8, grow: 1),
                ],
                rows: rows,
                cursor: state.cursor(panel: DataPanel.rejects.rawValue),
                list: DataPanel.rejects.rawValue
            ),
            titled: "Rejected rows"
        )
    }

    /// The data lint (D27). What nothing is wrong with is said too: that it was looked at.
    static func findings(_ summary: StoreSummary, _ state: DashboardState, on canvas: inout Canvas) {
        let rows = summary.findings.map { finding in
            let share = finding.count.share(of: finding.of)
            return TableRow([
                .text(finding.title.text, finding.count != 0 ? .text : .muted),
                .text(NumberText.count(finding.count), finding.count != 0 ? .text : .muted),
                .text(percent(share), .muted),
                .bar(Bar(share ?? 0)),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 30, maximum: 64, priority: 10),
                    TableColumn("rows", align: .right, priority: 9),
                    TableColumn("of all", align: .decimal, priority: 8),
                    TableColumn("", minimum: 6, maximum: 30, priority: 3, grow: 1),
                ],
                rows: rows,
                cursor: state.cursor(panel: DataPanel.findings.rawValue),
                list: DataPanel.findings.rawValue
            ),
            titled: "Look twice"
        )
    }

    /// Few are not none: a share that would round to 0.0% says so.
    private static func percent(_ share: Double?) -> String {
        guard let share else { return NumberText.absent }
        return share > 0 && share < 0.0005 ? "<0.1%" : NumberText.percent(share)
    }

    static func dimensions(_ summary: StoreSummary, _ state: DashboardState, on canvas: inout Canvas) {
        let rows = summary.dimensions.map { TableRow([.text($0.name), .text(NumberText.count($0.count))]) }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 12, maximum: 40, priority: 10),
                    TableColumn("values", align: .right, priority: 9),
                ],
                rows: rows,
                cursor: state.cursor(panel: DataPanel.dimensions.rawValue),
                list: DataPanel.dimensions.rawValue
            ),
            titled: "Dimensions"
        )
    }
}
