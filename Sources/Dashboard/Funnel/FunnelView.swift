import Canvas
import JourneyModel

/// State and answer to cells.
enum FunnelView {
    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        canvas.answer(FunnelScreen.result(context.state)) { result, canvas in
            canvas.text(NumberText.percent(result.rateOfAll.value), .figure)
        }
    }
}
