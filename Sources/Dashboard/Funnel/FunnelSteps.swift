import Canvas
import JourneyModel
import Wording

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

    /// How far a step was reached, as a share of those who entered, and who is still on the way there.
    static func bar(_ steps: [FunnelResult.Step], _ index: Int, of entered: Int) -> Bar {
        let pending = steps.prefix(index).reduce(0) { $0 + $1.pending.drawn }
        return Bar(
            steps[index].reached.share(of: entered) ?? 0,
            pending: pending.share(of: entered) ?? 0,
            interval: index > 0 ? MeasureText.interval(steps[index].ofEntered) : nil
        )
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
            let rateWidth =
                2 + (result.steps.dropFirst().map { canvas.measure(MeasureText.rate($0.ofPrevious)) }.max() ?? 0)
            countWidth = NumberText.count(result.entered).count
            rateX = canvas.width - rateWidth + 2
            countX = canvas.width - rateWidth - countWidth
            barWidth = max(0, countX - 2 - barX)
        }

        func draw(_ result: FunnelResult, _ index: Int, isSelected: Bool, y: Int, on canvas: inout Canvas) {
            let step = result.steps[index]
            let nameWidth = barX - 2 - nameX
            canvas.text("\(index + 1)", x: 2, y: y, .muted, width: nameX - 3, align: .right)
            var name = [Span(step.name)]
            if step.isOptional { name.append(Span(" (optional)", .muted)) }
            canvas.line(name, x: nameX, y: y, width: nameWidth)
            let bar = FunnelSteps.bar(result.steps, index, of: result.entered)
            canvas.bar(bar, x: barX, y: y, width: barWidth)
            canvas.text(NumberText.count(step.reached), x: countX, y: y, .text, width: countWidth, align: .right)
            if index > 0 {
                canvas.line(MeasureText.rate(step.ofPrevious), x: rateX, y: y, width: max(0, canvas.width - rateX))
            }
            let row = Rect(x: 0, y: y, width: canvas.width, height: 1)
            canvas.clickable(row, .row(list: FunnelScreen.stepsPanel, index: index))
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
            let loss = FunnelLoss(step: result.steps[index], word: DroppedText.word(result.query))
            var median: [Span] = []
            if let time = result.steps[index + 1].medianFromPrevious {
                median = [Span("median ", .muted), Span(SpanText.text(time), .muted)]
            }
            let medianWidth = canvas.measure(median)
            let room = canvas.width - barX
            // Where there is much room, the median has its own place and what came next does not take it.
            let nextRoom = room >= 80 ? room - medianWidth - 3 : room
            var spans = [Span(canvas.glyphs.dropped + " ", .rule), Span(loss.text(countWidth: countWidth))]
            spans += loss.next(before: before, room: nextRoom - canvas.measure(spans), on: canvas)
            canvas.line(spans, x: barX, y: y, width: room)
            if canvas.measure(spans) + 2 + medianWidth <= room {
                canvas.line(median, x: barX, y: y, width: room, align: .right)
            }
            canvas.clickable(
                Rect(x: 0, y: y, width: canvas.width, height: 1),
                .row(list: FunnelScreen.stepsPanel, index: index)
            )
        }
    }
}
