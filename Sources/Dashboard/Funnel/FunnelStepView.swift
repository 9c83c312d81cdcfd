import Canvas
import JourneyModel
import Wording

/// Who stopped at a step, and where they went next (D9).
enum FunnelStepView {
    static func rows(_ step: FunnelResult.Step) -> [ScreenRow] {
        step.next.map { ScreenRow("\($0.touchpoint) \($0.channel ?? "")", text: NextText.name($0)) }
    }

    static func draw(_ result: FunnelResult, step index: Int, _ state: DashboardState, on canvas: inout Canvas) {
        guard let step = result.steps.element(index) else { return }
        let isLast = index == result.steps.count - 1
        let share = step.dropped.share(of: step.reached)
        if isLast {
            canvas.line([Span(NumberText.count(step.reached), .figure.bold), Span(" took the last step, \(step.name)")])
            canvas.text("Nobody drops after the last step.", y: 2, .muted)
            return
        }
        canvas.line([
            Span(NumberText.count(step.dropped), .figure.bold),
            Span(" \(DroppedText.word(result.query)) after \(step.name), "), Span(NumberText.percent(share)),
            Span(" of \(NumberText.count(step.reached)) who got there", .muted),
        ])
        if step.pending != 0 {
            canvas.text("\(NumberText.count(step.pending)) more are pending", y: 1, .muted)
        }
        guard step.dropped != 0, canvas.height > 5 else { return }
        let channels = byChannel(step)
        let panels = Layout.rows(
            canvas.bounds.inset(top: step.pending == 0 ? 2 : 3),
            [
                Panel(.fixed(others(step).count + 1), minimum: 3, priority: 2),
                Panel(.flexible(1), minimum: channels.isEmpty ? 0 : 3, maximum: channels.count + 1, priority: 1),
            ],
            gap: 1
        )
        // The two lists stand one below the other: their figures do too.
        let names = others(step).map(\.name) + channels.map(\.name)
        let nameWidth = min(44, max(22, names.map { canvas.measure($0) }.max() ?? 0))
        if let rect = panels[0] {
            canvas.table(table(step, cursor: state.cursor(), nameWidth), titled: "What they did next", in: rect)
        }
        if let rect = panels[1], !channels.isEmpty {
            canvas.table(channelTable(channels, of: step.dropped, nameWidth), titled: "By which channel", in: rect)
        }
    }

    /// What they did next, with nothing and everything else in the same list.
    private static func others(_ step: FunnelResult.Step) -> [(name: String, count: Int, delay: Double?)] {
        let named = step.next.map { (name: NextText.name($0), count: $0.subjects, delay: $0.medianDelay) }
        let others = step.nothingNext.drawn + step.completedOtherwise.drawn
        let rest = step.dropped.drawn - others - named.reduce(0) { $0 + $1.count }
        return named
            + [(name: "nothing more", count: step.nothingNext, delay: nil)]
            + (step.completedOtherwise == 0
                ? [] : [(name: NextText.completedOtherwise, count: step.completedOtherwise, delay: nil)])
            + (rest > 0 ? [(name: "anything else", count: rest, delay: nil)] : [])
    }

    private static func table(_ step: FunnelResult.Step, cursor: Int?, _ nameWidth: Int) -> Table {
        let others = others(step)
        let top = others.map(\.count).max() ?? 1
        return Table(
            columns: [
                TableColumn("", minimum: nameWidth, maximum: nameWidth, priority: 10),
                TableColumn("number", align: .right, minimum: 7, priority: 9),
                TableColumn("of them", align: .right, priority: 8),
                TableColumn("", minimum: 10, maximum: 50, priority: 3, grow: 1),
                TableColumn("median after", align: .right, priority: 6),
            ],
            rows: others.enumerated().map { index, other in
                TableRow([
                    .text(other.name, index < step.next.count ? .text : .muted),
                    .text(NumberText.rest(other.count)),
                    .text(NumberText.percent(other.count.share(of: step.dropped))),
                    .bar(Bar(other.count.share(of: top) ?? 0)),
                    other.delay.map { .text(SpanText.text($0), .muted) } ?? .blank,
                ])
            },
            cursor: cursor,
            list: 0
        )
    }

    /// The channels of what came next, most first.
    private static func byChannel(_ step: FunnelResult.Step) -> [(name: String, count: Int)] {
        var counts: [String: Int] = [:]
        for next in step.next { counts[next.channel ?? Dimension.notSet, default: 0] += next.subjects }
        return counts.map { (name: $0.key, count: $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    private static func channelTable(
        _ channels: [(name: String, count: Int)],
        of dropped: Int,
        _ nameWidth: Int
    ) -> Table {
        let top = channels.first?.count ?? 1
        return Table(
            columns: [
                TableColumn("", minimum: nameWidth, maximum: nameWidth, priority: 10),
                TableColumn("number", align: .right, minimum: 7, priority: 9),
                TableColumn("of them", align: .right, priority: 8),
                TableColumn("", minimum: 10, maximum: 50, priority: 3, grow: 1),
            ],
            rows: channels.map { channel in
                TableRow([
                    .text(channel.name),
                    .text(NumberText.count(channel.count)),
                    .text(NumberText.percent(channel.count.share(of: dropped))),
                    .bar(Bar(channel.count.share(of: top) ?? 0)),
                ])
            }
        )
    }
}
