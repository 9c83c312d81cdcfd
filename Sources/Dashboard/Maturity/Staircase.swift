import Canvas
import JourneyModel
import Wording

/// The stages as steps that lead up to the right, two rows each: the name on the step, its score below it and above the step
/// before, whose line it would else seem to belong to.
enum Staircase {
    static let minimumWidth = 100

    static func rows(_ result: MaturityResult) -> Int { result.stages.count * 2 }

    static func draw(_ result: MaturityResult, selected: Int, on canvas: inout Canvas) {
        let stages = result.stages
        guard !stages.isEmpty else { return }
        canvas.line(MaturityHeadline.spans(result))
        canvas.line(MaturityHeadline.under(result), y: 1)
        let step = min(canvas.width, 150) / stages.count
        let isUnicode = canvas.glyphs.repertoire == .unicode
        for (index, stage) in stages.enumerated() {
            let x = index * step
            let y = (stages.count - 1 - index) * 2
            let isSelected = stage.number == selected
            canvas.text(isUnicode ? "┌" : "+", x: x, y: y, .rule)
            canvas.text(canvas.glyphs.verticalRule, x: x, y: y + 1, .rule)
            if index > 0 { canvas.text(isUnicode ? "┘" : "+", x: x, y: y + 2, .rule) }
            let isLast = index == stages.count - 1
            let room = (isLast ? canvas.width - x : step) - 3
            let dot = stage.isHeld ? " " + canvas.glyphs.dot : ""
            let name = MaturityText.short(stage, room - canvas.measure(dot) - (isLast ? 0 : 1), canvas)
            let marker = isSelected ? canvas.glyphs.marker : canvas.glyphs.rule
            canvas.text(marker, x: x + 1, y: y, isSelected ? .selection : .rule)
            let nameStyle: Style = isSelected ? .selection.reversed : stage.isHeld ? .text : .muted
            let used = canvas.line(
                [Span(name, nameStyle), Span(dot, .good)],
                x: x + 3,
                y: y,
                width: max(0, room)
            )
            let end = isLast ? x + 3 + used : x + step
            if !isLast { canvas.rule(x: x + 4 + used, y: y, width: max(0, end - x - 4 - used)) }
            canvas.line(under(stage, result), x: x + 3, y: y + 1, width: max(0, room))
        }
    }

    private static func under(_ stage: MaturityResult.Stage, _ result: MaturityResult) -> [Span] {
        let score = stage.score.map { NumberText.decimal($0, decimals: 0) + "%" } ?? NumberText.absent
        let state =
            if stage.isHeld {
                "held"
            } else if stage.number == result.next {
                "next"
            } else {
                "not yet"
            }
        return [Span(score), Span("  " + state, .muted)]
    }
}
