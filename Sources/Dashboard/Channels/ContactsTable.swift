import Canvas
import JourneyModel
import Wording

/// Contacts that a better service would have avoided (D18): the three kinds, and by service the digital attempts that
/// became a contact.
enum ContactsTable {
    static func draw(_ result: ContactsResult, _ state: DashboardState, on canvas: inout Canvas) {
        guard result.inboundContacts != 0 else {
            canvas.heading("Avoidable contact")
            canvas.paragraph(
                state.filters.isEmpty
                    ? "No inbound contact with staff here. It takes a channel that is declared assisted, such as phone."
                    : "With these filters no contact with staff remains; f takes them away.",
                y: 1,
                .muted,
                maximumLines: max(1, canvas.height - 1)
            )
            return
        }
        guard !result.services.isEmpty else {
            canvas.heading("Avoidable contact")
            let none = NoneText.text("None: nobody who left a service online then asked staff.")
            let missing = result.receipt.notes.first.map { "Not known by service: \($0.text)." }
            let room = max(1, canvas.height - 2)
            let used = canvas.paragraph(missing ?? none, y: 1, .muted, maximumLines: room)
            canvas.line(kinds(result, isWide: canvas.width >= 100), y: 1 + used)
            return
        }
        let currency = ChannelsScreen.indicators(state).value?.currency
        let top = scale(result.services.map(\.leakRate))
        let hasCost = result.services.contains { $0.leakCost != nil }
        var columns = [
            TableColumn("", minimum: 10, maximum: 34, priority: 10),
            TableColumn("lost online", align: .right, priority: 5),
            TableColumn("then contact", align: .right, priority: 8),
            TableColumn("of these", align: .decimal, priority: 9),
            TableColumn("", minimum: 8, maximum: 100, priority: 3, grow: 1),
            TableColumn("people", align: .right, priority: 6),
        ]
        if hasCost { columns.append(TableColumn("cost", align: .right, priority: 7)) }
        let rows = result.services.map { row -> TableRow in
            var cells: [TableCell] = [
                .text(row.service),
                .text(NumberText.count(row.lostDigital), .muted),
                .text(NumberText.count(row.leaks)),
                .spans(MeasureText.rate(row.leakRate)),
                .bar(Bar(comparing: row.leakRate, scale: top)),
                .text(NumberText.count(row.leakingPeople)),
            ]
            if hasCost { cells.append(.text(NumberText.money(row.leakCost, currency: currency))) }
            return TableRow(cells)
        }
        canvas.table(
            Table(
                columns: columns,
                rows: rows,
                cursor: state.cursor(panel: ChannelsScreen.servicesPanel),
                list: ChannelsScreen.servicesPanel
            ),
            titled: "Avoidable contact",
            in: canvas.bounds.inset(bottom: canvas.height > 3 ? 1 : 0)
        )
        if canvas.height > 3 { canvas.line(kinds(result, isWide: canvas.width >= 100), x: 2, y: canvas.height - 1) }
    }

    /// What fills the bars' column. The wide intervals of a few attempts would press all others into a corner (D27 warns of
    /// n below 30); they are cut at the column's end.
    private static func scale(_ rates: [Measure]) -> Double {
        let firm = rates.filter { ($0.denominator ?? 0) >= 30 }
        return (firm.isEmpty ? rates : firm).compactMap { $0.high ?? $0.value }.max() ?? 1
    }

    /// How many contacts of each kind; one can be of several.
    private static func kinds(_ result: ContactsResult, isWide: Bool) -> [Span] {
        let names =
            isWide
            ? ["chase an open case", "repeat a resolved one", "follow a lost digital attempt"]
            : ["chases", "repeats", "after lost attempts"]
        let counts = [result.chases, result.repeats, result.leaks]
        let gap = isWide ? "   " : "  "
        let spans = zip(counts, names).enumerated().flatMap { index, kind in
            [Span((index == 0 ? "" : gap) + NumberText.count(kind.0)), Span(" " + kind.1, .muted)]
        }
        let all = NumberText.count(result.inboundContacts)
        return spans + [Span("\(gap)of \(all) contacts", .muted)]
    }
}
