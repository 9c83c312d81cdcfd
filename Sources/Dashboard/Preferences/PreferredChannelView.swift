import Canvas
import JourneyModel
import Wording

/// The contacts to people who asked for one channel, by the channel that was used.
enum PreferredChannelView {
    static func draw(_ result: PreferencesResult, _ channel: String, _ state: DashboardState, on canvas: inout Canvas) {
        guard let row = PreferenceMatrix(result).rows.first(where: { $0.preferred == channel }) else {
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
            canvas.line(rate + [Span("    \(NumberText.rest(others))"), Span(" did not", .muted)], y: 1)
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
                    .bar(Bar(used.contacts.share(of: top) ?? 0)),
                ])
            },
            cursor: state.cursor(),
            list: 0
        )
        let rect = Rect(x: 0, y: 3, width: canvas.width, height: max(0, min(canvas.height - 3, channels.count + 1)))
        canvas.table(table, titled: "Reached by", in: rect)
        if row.isChoice, state.listBlocked == nil {
            canvas.text("l lists who was reached on another channel.", y: rect.maxY + 1, .muted)
        }
    }
}
