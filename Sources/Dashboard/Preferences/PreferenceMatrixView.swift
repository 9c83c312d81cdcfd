import Canvas
import JourneyModel
import Wording

/// Preferred channels down, used channels across: the share of each row's contacts, and where most were diverted to.
enum PreferenceMatrixView {
    private static let title = "Asked for, reached by"

    static func draw(_ result: PreferencesResult, _ state: DashboardState, on canvas: inout Canvas) {
        let matrix = PreferenceMatrix(result)
        guard !matrix.rows.isEmpty else {
            canvas.heading(title)
            canvas.text("No contact went to anybody with a preference.", y: 1, .muted)
            return
        }
        let rows = matrix.sorted(state.place.sort)
        let name = max(rows.map { canvas.measure($0.preferred) }.max() ?? 0, canvas.measure(title) - 2)
        var columns = [TableColumn("", minimum: name, maximum: max(name, 24), priority: 20)]
        // The channels used least go first where there is no room.
        columns += matrix.columns.enumerated().map { index, channel in
            TableColumn(channel, align: .right, minimum: 6, maximum: 10, priority: 16 - min(index, 12))
        }
        columns += [
            TableColumn("contacts", align: .right, priority: 17),
            TableColumn("honoured", align: .decimal, priority: 19),
            TableColumn("", minimum: 12, maximum: 40, priority: 3, grow: 1),
        ]
        let table = Table(
            columns: columns,
            rows: rows.map { row in
                var cells: [TableCell] = [.text(row.preferred, row.isChoice ? .text : .muted)]
                cells += matrix.columns.map { heat(row, $0, canvas.glyphs) }
                cells += [
                    .text(NumberText.count(row.contacts)),
                    row.isChoice
                        ? .spans(MeasureText.rate(row.honoured)) : .text(NumberText.absent, .muted),
                    .spans(note(row)),
                ]
                return TableRow(cells)
            },
            cursor: state.cursor(panel: PreferencesScreen.matrixPanel),
            list: PreferencesScreen.matrixPanel
        )
        canvas.table(table, titled: title)
    }

    private static func heat(_ row: PreferenceMatrix.Row, _ channel: String, _ glyphs: GlyphSet) -> TableCell {
        let contacts = row.used[channel] ?? 0
        guard contacts != 0, let share = contacts.share(of: row.contacts) else {
            return .heat(nil, label: contacts.hiddenText ?? glyphs.middleDot)
        }
        // A few are not none.
        return .heat(share, label: share < 0.005 ? "<1%" : NumberText.percent(share, decimals: 0))
    }

    /// `1,486 by email`: the channel that most went to instead.
    private static func note(_ row: PreferenceMatrix.Row) -> [Span] {
        guard row.isChoice else { return [Span("any channel will do", .muted)] }
        if let unknown = row.unknown {
            return [Span("nobody has it", .warning), Span(unknown.nearest.map { " ('\($0)'?)" } ?? "", .muted)]
        }
        guard let worst = row.worstDiversion else { return [] }
        return [Span(NumberText.count(worst.contacts)), Span(" by \(worst.channel)", .muted)]
    }
}
