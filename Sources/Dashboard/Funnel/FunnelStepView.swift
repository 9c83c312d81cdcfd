import Canvas
import JourneyModel

/// Who stopped at a step, and where they went next (D9).
enum FunnelStepView {
    static func rows(_ step: FunnelResult.Step) -> [ScreenRow] {
        step.next.enumerated().map { index, next in
            ScreenRow("\(next.touchpoint) \(next.channel ?? "")", text: next.touchpoint)
        }
    }
}
