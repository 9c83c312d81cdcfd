import Canvas
import JourneyModel
import Wording

/// The stages in two lines, where there is no room for the staircase.
enum StageStrip {
    static func draw(_ result: MaturityResult, selected: Int, on canvas: inout Canvas) {
        canvas.line(MaturityHeadline.spans(result) + [Span("   ")] + MaturityHeadline.under(result))
        var x = 0
        let columns = canvas.width / max(1, result.stages.count)
        for stage in result.stages {
            let dot = stage.isHeld ? canvas.glyphs.dot : canvas.glyphs.circle
            let score = stage.score.map { NumberText.decimal($0, decimals: 0) + "%" } ?? NumberText.absent
            let name = MaturityText.short(stage, max(6, columns - 9), canvas)
            let label = canvas.measure(name) <= columns - 9 ? name : String(stage.number)
            let isSelected = stage.number == selected
            let used = canvas.line(
                [
                    Span(isSelected ? canvas.glyphs.marker : " ", .selection),
                    Span("\(label) \(dot)", isSelected ? .text.bold : .text), Span(" \(score)", .muted),
                ],
                x: x,
                y: 1,
                width: columns
            )
            x += max(used, columns)
        }
    }
}
