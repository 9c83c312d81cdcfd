import Canvas
import JourneyModel
import Wording

/// The one number and what it is made of, in two lines, or beside the number where that is tall.
enum FunnelHead {
    static func draw(_ result: FunnelResult, before: FunnelResult?, isTall: Bool, on canvas: inout Canvas) {
        canvas.headline(NumberText.percent(result.rateOfAll.value), isTall: isTall) {
            drawLines(result, before, first: $0, on: &$1)
        }
    }

    private static func drawLines(
        _ result: FunnelResult,
        _ before: FunnelResult?,
        first: [Span],
        on canvas: inout Canvas
    ) {
        let left = canvas.line(first + [Span("convert")])
        let isWide = canvas.width >= 100
        let pending = (result.pending, "pending")
        let all = [
            (result.entered, "entered"), (result.converted, "converted"), pending,
            (result.dropped, DroppedText.word(result.query)),
        ]
        .filter { $0.1 != pending.1 || result.pending != 0 }
        // Where there is no room for all, those pending go first, then those who dropped.
        let forms = [all, all.filter { $0.1 != pending.1 }, Array(all.prefix(2)), []]
        let gap = isWide ? "    " : "  "
        let lines = forms.map { counts in
            counts.enumerated().flatMap { index, count in
                [Span((index == 0 ? "" : gap) + NumberText.count(count.0)), Span(" " + count.1, .muted)]
            }
        }
        let room = canvas.width - left - 2
        canvas.line(canvas.firstFitting(lines, room), x: left + 2, width: max(0, room), align: .right)

        var under = [Span(MeasureText.margin(result.rateOfAll), .muted)]
        if result.pending != 0 {
            under += [
                Span("   " + NumberText.percent(result.rateOfMature.value)),
                Span(isWide ? " of those whose time is up" : " once time is up", .muted),
            ]
        }
        let times = times(result.timeToConvert)
        let timesWidth = times.reduce(0) { $0 + canvas.measure($1.text) }
        canvas.line(times, y: 1, width: canvas.width, align: .right)
        // The comparison goes first where there is no room for everything (screens: order of going).
        let compared = before.map { comparison(result, $0, canvas.glyphs) } ?? []
        let underRoom = canvas.width - timesWidth - 2
        canvas.line(canvas.firstFitting([under + compared, under, Array(under.prefix(1))], underRoom), y: 1)
    }

    /// `   ▲ 2.1 against 36.1% before`; of those whose time is up, where some still have time.
    private static func comparison(_ now: FunnelResult, _ before: FunnelResult, _ glyphs: GlyphSet) -> [Span] {
        guard let rate = now.rateOfMature.value, let was = before.rateOfMature.value else { return [] }
        let size = NumberText.size(rate - was)
        let isChance = MeasureText.isWithinChance(now.rateOfMature, before.rateOfMature)
        let change =
            isChance
            ? Span("\(glyphs.flat) \(size)", .muted)
            : MeasureText.direction(rate - was, size, lowerIsBetter: false, glyphs)
        return [Span("   "), change, Span("  before \(NumberText.percent(was))", .muted)]
    }

    private static func times(_ times: FunnelResult.TimeToConvert) -> [Span] {
        guard let median = times.quantiles[0.5] else { return [] }
        var spans = [Span("median ", .muted), Span(SpanText.text(median))]
        if let late = times.quantiles[0.9] {
            spans += [Span("    90% within ", .muted), Span(SpanText.text(late))]
        }
        return spans
    }
}
