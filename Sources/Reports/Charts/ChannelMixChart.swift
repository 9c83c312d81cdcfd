import JourneyModel
import Wording

extension ChannelsResult {
    private static let shownChannels = 12
    private static let height = 96.0

    /// Each channel's share of its period's events, a small picture a channel, all with the same scale.
    var mixCharts: [Chart] {
        let ordered = Set(periods.map(\.period)).sorted()
        guard ordered.count > 1 else { return [] }
        var events: [Period: Int] = [:]
        var byChannel: [String: [Period: Int]] = [:]
        for cell in periods {
            events[cell.period, default: 0] += cell.events
            byChannel[cell.channel, default: [:]][cell.period, default: 0] += cell.events
        }
        let shares = totals.prefix(Self.shownChannels).map { total in
            let own = byChannel[total.channel] ?? [:]
            return (
                channel: total.channel,
                values: ordered.map { period -> Double? in
                    let (count, all) = (own[period] ?? 0, events[period] ?? 0)
                    return count.isHidden || all.isHidden ? nil : count.share(of: all) ?? 0
                }
            )
        }
        let most = shares.flatMap(\.values).compactMap(\.self).max() ?? 0
        guard most > 0 else { return [] }
        let marks = Set(annotations.compactMap { query.scope.place(of: $0, on: ordered) })
        return shares.map { Self.chart($0.channel, $0.values, ordered, marks, scale: most) }
    }

    private static func chart(
        _ channel: String,
        _ values: [Double?],
        _ periods: [Period],
        _ marks: Set<Int>,
        scale: Double
    ) -> Chart {
        let plot = (top: 26.0, height: 48.0)
        let slot = 1 / Double(values.count)
        var shapes: [Chart.Shape] = values.enumerated().map { index, value in
            let height = (value ?? 0) / scale * plot.height
            let box = Chart.Box(
                x: (Double(index) + 0.12) * slot,
                width: slot * 0.76,
                y: plot.top + plot.height - height,
                height: height
            )
            return .bar(box, .figure)
        }
        let bottom = plot.top + plot.height
        for place in marks.sorted() {
            let x = Double(place) * slot
            shapes.append(.line(from: Chart.Point(x, plot.top - 4), to: Chart.Point(x, bottom), .mark))
        }
        shapes.append(.line(from: Chart.Point(0, bottom), to: Chart.Point(1, bottom), .rule))
        shapes.append(.text(Chart.Label(channel, wide: 18, narrow: 30), at: Chart.Point(0, 14), .start, .label))
        shapes.append(.text(.whole(NumberText.percent(values.last ?? nil)), at: Chart.Point(1, 14), .end, .value))
        shapes.append(.text(.whole(periods.first?.label ?? ""), at: Chart.Point(0, bottom + 16), .start, .note))
        shapes.append(.text(.whole(periods.last?.label ?? ""), at: Chart.Point(1, bottom + 16), .end, .note))
        let items = zip(periods, values).map { "\($0.label) \(NumberText.percent($1))" }
        return Chart(
            title: "\(channel), share of events",
            description: ChartText.list(items, most: 36),
            height: height,
            shapes: shapes,
            legend: [.init(.figure, "share of each period's events, all on one scale; the number is the last one's")]
                + (marks.isEmpty ? [] : [.init(.mark, "something happened in the period that begins here")]),
            isSmall: true
        )
    }
}
