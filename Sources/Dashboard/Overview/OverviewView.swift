import Canvas
import JourneyModel

/// State and answer to cells: cards on top, the gaps below, what stands out last.
enum OverviewView {
    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        canvas.answer(OverviewScreen.result(context.state)) { result, canvas in
            canvas.text(NumberText.percent(result.indicators.overall.completion.value), .figure)
        }
    }
}
