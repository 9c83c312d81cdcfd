import Canvas
import JourneyModel
import Wording

/// How many took how long, by the spans that people think in.
enum SpanHistogram {
    static func draw(_ spans: [SpanCount], on canvas: inout Canvas) {
        canvas.heading("How many took how long")
        guard !spans.isEmpty, canvas.height > 2 else {
            // Its ends tell the least and the most, which are one person's each.
            if WordingStyle.current.protection != nil { canvas.text("not shown in public (D25)", y: 1, .muted) }
            return
        }
        let bins = joined(spans, rows: canvas.height - 1)
        let top = bins.map(\.count).max() ?? 1
        let labels = bins.map { SpanText.text($0.from) }
        let barX = 5 + (labels.map { canvas.measure($0) }.max() ?? 0) + 2
        let countWidth = NumberText.count(top).count
        let countX = canvas.width - countWidth
        for (index, bin) in bins.enumerated() {
            let y = index + 1
            canvas.text("from", y: y, .muted)
            canvas.text(labels[index], x: 5, y: y, width: barX - 7, align: .right)
            canvas.bar(Bar(bin.count.share(of: top) ?? 0), x: barX, y: y, width: max(0, countX - 2 - barX))
            canvas.text(NumberText.count(bin.count), x: countX, y: y, .muted, width: countWidth, align: .right)
        }
    }

    /// Neighbours taken together until there are no more than rows: always those that have the fewest.
    static func joined(_ spans: [SpanCount], rows: Int) -> [SpanCount] {
        var joined = spans
        while joined.count > max(1, rows),
            let index = joined.indices.dropLast()
                .min(by: { joined[$0].count + joined[$0 + 1].count < joined[$1].count + joined[$1 + 1].count })
        {
            let next = joined.remove(at: index + 1)
            joined[index].count += next.count
        }
        return joined
    }
}
