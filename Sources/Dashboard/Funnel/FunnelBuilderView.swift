import Canvas
import JourneyModel

/// The builder: touchpoints at the left, the steps so far and what they give at the right.
enum FunnelBuilderView {
    static func draw(_ builder: FunnelBuilder, _ state: DashboardState, on canvas: inout Canvas) {
    }
}
