import Canvas
import JourneyModel

/// Preferred channels down, used channels across: the share of each row's contacts, and where most were diverted to.
enum PreferenceMatrixView {
    private static let title = "Asked for, reached by"

    static func draw(_ result: PreferencesResult, _ state: DashboardState, on canvas: inout Canvas) {
        let matrix = PreferenceMatrix(result.matrix)
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
                        ? .spans(MeasureText.rate(row.honoured, .text.bold)) : .text(NumberText.absent, .muted),
                    .spans(note(row)),
                ]
                return TableRow(cells)
            },
            cursor: state.cursor(panel: PreferencesScreen.matrixPanel)
        )
        canvas.table(table, titled: title)
    }

    private static func heat(_ row: PreferenceMatrix.Row, _ channel: String, _ glyphs: GlyphSet) -> TableCell {
        guard let contacts = row.used[channel], contacts > 0, row.contacts > 0 else {
            return .heat(nil, label: glyphs.middleDot)
        }
        let share = Double(contacts) / Double(row.contacts)
        return .heat(share, label: NumberText.percent(share, decimals: 0))
    }

    /// `1,486 by email`: the channel that most went to instead.
    private static func note(_ row: PreferenceMatrix.Row) -> [Span] {
        guard row.isChoice else { return [Span("any channel will do", .muted)] }
        guard let worst = row.worstDiversion else { return [] }
        return [Span(NumberText.count(worst.contacts)), Span(" by \(worst.channel)", .muted)]
    }
}

/// The contacts to people who asked for one channel, by the channel that was used.
enum PreferredChannelView {
    static func draw(_ result: PreferencesResult, _ channel: String, _ state: DashboardState, on canvas: inout Canvas) {
        guard let row = PreferenceMatrix(result.matrix).rows.first(where: { $0.preferred == channel }) else {
            canvas.emptyState(
                EmptyState("No contact went to people who asked for \(channel).", "p another period, f other filters.")
            )
            return
        }
        let who = row.isChoice ? "people who asked for \(channel)" : "people who have no preference"
        canvas.line([
            Span(NumberText.count(row.contacts), .figure.bold),
            Span(" \(row.contacts == 1 ? "contact" : "contacts") to \(who)"),
        ])
        if row.isChoice {
            let rate = MeasureText.rate(row.honoured) + [Span(" arrived on it", .muted)]
            let others = row.contacts - (row.used[channel] ?? 0)
            canvas.line(rate + [Span("    \(NumberText.count(others))"), Span(" did not", .muted)], y: 1)
        } else {
            canvas.text("Any channel honours what they asked for.", y: 1, .muted)
        }
        let channels = row.channels
        let top = channels.first?.contacts ?? 1
        let table = Table(
            columns: [
                TableColumn("", minimum: 14, maximum: 32, priority: 10),
                TableColumn("contacts", align: .right, priority: 9),
                TableColumn("share", align: .decimal, priority: 8),
                TableColumn("", minimum: 10, maximum: 60, priority: 3, grow: 1),
            ],
            rows: channels.map { used in
                let isWish = used.channel == channel
                let name = isWish ? [Span(used.channel), Span(" \(canvas.glyphs.check)", .good)] : [Span(used.channel)]
                return TableRow([
                    .spans(name),
                    .text(NumberText.count(used.contacts)),
                    .spans(MeasureText.rate(.rate(used.contacts, of: row.contacts, .d16))),
                    .bar(Bar(Double(used.contacts) / Double(max(1, top)))),
                ])
            },
            cursor: state.cursor()
        )
        let rect = Rect(x: 0, y: 3, width: canvas.width, height: max(0, min(canvas.height - 3, channels.count + 1)))
        canvas.table(table, titled: "Reached by", in: rect)
        let note = "Who these people are comes with lists of people, in a later version."
        canvas.text(note, y: rect.maxY + 1, .muted)
    }
}
