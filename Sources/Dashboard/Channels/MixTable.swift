import Canvas
import JourneyModel
import Wording

/// The mix over time: a small line a channel, each on its own scale, with the lowest and the highest share beside it.
enum MixTable {
    static func draw(
        _ mix: ChannelMix,
        _ channels: [String],
        _ notes: TrendNotes,
        cursor: Int?,
        on canvas: inout Canvas
    ) {
        guard mix.periods.count > 1 else {
            canvas.heading("Mix over time")
            canvas.text(
                "One \(mix.length.rawValue) only; m makes the periods shorter, p takes in more time.",
                y: 1,
                .muted
            )
            return
        }
        // What the name and the figures beside the line take, gaps and marker included.
        let names = channels.map { canvas.measure($0) }.max() ?? 0
        let room = max(8, canvas.width - min(28, max(14, names)) - 40 - notes.marks.count)
        let each = max(1, min(5, room / mix.periods.count))
        let shown = min(mix.periods.count, room)
        // The share of a channel that is alone says nothing; how much of it there is does.
        let isAlone = channels.count == 1
        func words(_ value: Double?) -> String {
            isAlone ? value.map { NumberText.count(Int($0)) } ?? NumberText.absent : NumberText.percent(value)
        }
        let hidden = mix.periods.count - shown
        let marks = Set(notes.marks.filter { $0 >= hidden }.map { ($0 - hidden) * each })
        let rows = channels.map { channel -> TableRow in
            let all =
                isAlone ? (mix.events[channel] ?? []).map { $0.shown.map(Double.init) } : mix.shares[channel] ?? []
            let values = Array(all.suffix(shown))
            let known = values.compactMap(\.self)
            // A period is as wide as there is room for, so that a year of months does not huddle in a corner.
            let wide = values.flatMap { Array(repeating: $0, count: each) }
            return TableRow([
                .text(channel),
                .spark(wide, marks: marks),
                .text(words(known.first)),
                .text(words(known.last)),
                .text(known.isEmpty ? NumberText.absent : "\(words(known.min())) to \(words(known.max()))", .muted),
            ])
        }
        let head = Table(
            columns: [
                TableColumn("", minimum: 10, maximum: 28, priority: 10),
                TableColumn(span(mix, shown: shown), minimum: min(shown * each + marks.count, 12), priority: 9),
                TableColumn("first", align: .decimal, priority: 5),
                TableColumn("last", align: .decimal, priority: 8),
                TableColumn("low to high", align: .decimal, priority: 6),
            ],
            rows: rows,
            offset: max(0, (cursor ?? 0) - max(0, canvas.height - 2))
        )
        let isExplained = !notes.isEmpty && canvas.height > channels.count + 1
        let (table, legend) = canvas.bounds.splitBottom(isExplained ? 1 : 0)
        canvas.table(head, titled: "\(isAlone ? "Events" : "Mix") by \(mix.length.rawValue)", in: table)
        if isExplained { canvas.region(legend) { $0.line(notes.line($0)) } }
    }

    private static func span(_ mix: ChannelMix, shown: Int) -> String {
        let periods = mix.periods.suffix(shown)
        guard let first = periods.first, let last = periods.last else { return "" }
        let isHidden = WordingStyle.current.protection != nil && mix.shares.values.contains { $0.contains(nil) }
        return "\(first.label) to \(last.label)" + (isHidden ? ", some hidden" : "")
    }
}
