import Canvas
import JourneyModel

/// The steps with their bars, and under each what was lost there and where it went.
enum FunnelSteps {
    /// The rows that `count` steps take with their losses.
    static func rows(_ count: Int) -> Int { max(0, 2 * count - 1) }

    static func draw(_ result: FunnelResult, _ state: DashboardState, withLosses: Bool, on canvas: inout Canvas) {
        let cursor = state.cursor(panel: FunnelScreen.stepsPanel)
        let rowsEach = withLosses ? 2 : 1
        let shown = max(1, withLosses ? (canvas.height + 1) / 2 : canvas.height)
        let first = min(max(0, (cursor ?? 0) - shown + 1), max(0, result.steps.count - shown))
        let columns = Columns(result, canvas)
        let before = withLosses ? FunnelScreen.before(state) : nil
        for (line, index) in (first..<result.steps.count).prefix(shown).enumerated() {
            let y = line * rowsEach
            columns.draw(result, index, isSelected: index == cursor, y: y, on: &canvas)
            if withLosses, index + 1 < result.steps.count, y + 1 < canvas.height {
                columns.drawLoss(result, index, before: before?.steps.element(index), y: y + 1, on: &canvas)
            }
        }
    }

    /// Where each part of a step's line stands.
    private struct Columns {
        var nameX: Int
        var barX: Int
        var barWidth: Int
        var countX: Int
        var countWidth: Int
        var rateX: Int

        init(_ result: FunnelResult, _ canvas: Canvas) {
            let number = String(result.steps.count).count
            nameX = 2 + number + 1
            let names = result.steps.map { canvas.measure($0.name) + ($0.isOptional ? 11 : 0) }
            let nameWidth = min(names.max() ?? 0, max(10, canvas.width / 4))
            barX = nameX + nameWidth + 2
            let rateWidth = 2 + (result.steps.dropFirst().map { Self.width($0.ofPrevious, canvas) }.max() ?? 0)
            countWidth = NumberText.count(result.entered).count
            rateX = canvas.width - rateWidth + 2
            countX = canvas.width - rateWidth - countWidth
            barWidth = max(0, countX - 2 - barX)
        }

        private static func width(_ measure: Measure, _ canvas: Canvas) -> Int {
            MeasureText.rate(measure).reduce(0) { $0 + canvas.measure($1.text) }
        }

        func draw(_ result: FunnelResult, _ index: Int, isSelected: Bool, y: Int, on canvas: inout Canvas) {
            let step = result.steps[index]
            let nameWidth = barX - 2 - nameX
            canvas.text("\(index + 1)", x: 2, y: y, .muted, width: nameX - 3, align: .right)
            var name = [Span(step.name)]
            if step.isOptional { name.append(Span(" (optional)", .muted)) }
            canvas.line(name, x: nameX, y: y, width: nameWidth)
            let pending = result.steps.prefix(index).reduce(0) { $0 + $1.pending.drawn }
            let bar = Bar(
                step.reached.share(of: result.entered) ?? 0,
                pending: pending.share(of: result.entered) ?? 0,
                interval: index > 0 ? MeasureText.interval(step.ofEntered) : nil
            )
            canvas.bar(bar, x: barX, y: y, width: barWidth)
            canvas.text(NumberText.count(step.reached), x: countX, y: y, .text, width: countWidth, align: .right)
            if index > 0 {
                canvas.line(MeasureText.rate(step.ofPrevious), x: rateX, y: y, width: max(0, canvas.width - rateX))
            }
            guard isSelected else { return }
            canvas.text(canvas.glyphs.marker, y: y, .selection)
            // The bar stays as it is: reversed, it would say the opposite.
            canvas.restyle(Rect(x: 0, y: y, width: barX - 1, height: 1)) {
                Style(.selection, $0.attributes.union(.reverse))
            }
            canvas.placeCursor(x: 0, y: y)
        }

        func drawLoss(
            _ result: FunnelResult,
            _ index: Int,
            before: FunnelResult.Step?,
            y: Int,
            on canvas: inout Canvas
        ) {
            let step = result.steps[index]
            let next = result.steps[index + 1]
            var right: [Span] = []
            if let median = next.medianFromPrevious {
                right = [Span("median ", .muted), Span(SpanText.text(median), .muted)]
            }
            let rightWidth = right.reduce(0) { $0 + canvas.measure($1.text) }
            let room = canvas.width - barX
            // Where there is much room, the median has its own place and what came next does not take it.
            let nextRoom = room >= 80 ? room - rightWidth - 3 : room
            var spans = [Span(canvas.glyphs.dropped + " ", .rule)]
            let share = step.dropped.share(of: step.reached)
            let lost = result.query.window == nil ? "stopped" : "lost"
            let count = Self.padded(NumberText.count(step.dropped), countWidth)
            spans.append(Span("\(count) \(lost), \(Self.padded(NumberText.percent(share), 5))"))
            let parts = NextText.shares(step, before: before)
            // Whole parts only: a share without its name says nothing.
            var used = spans.reduce(0) { $0 + canvas.measure($1.text) }
            for (offset, part) in parts.enumerated() {
                let before = offset == 0 ? "   next: " : " \(canvas.glyphs.middleDot) "
                let mark = part.isMore ? " " + canvas.glyphs.up : ""
                let width = canvas.measure(before + part.text + mark)
                guard used + width <= nextRoom else { break }
                spans += [Span(before, .muted), Span(part.text, .muted), Span(mark, .accent)]
                used += width
            }
            canvas.line(spans, x: barX, y: y, width: room)
            if used + 2 + rightWidth <= room { canvas.line(right, x: barX, y: y, width: room, align: .right) }
        }

        private static func padded(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
    }
}
