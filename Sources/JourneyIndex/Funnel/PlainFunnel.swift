import JourneyModel

/// What there is to know of a funnel with nothing but steps and a window, which `PlainFunnelScan` can do.
struct PlainFunnel: Sendable {
    /// By touchpoint code + 1: the step, from 0; past the last for touchpoints of no step.
    let stepOfTouchpoint: [UInt8]
    /// Entry times.
    let range: ClosedRange<Int64>
    /// The query's window, or as long as the events of the store are apart where it is longer.
    let window: Int64
    /// The query's window, or what is still safe to add to a time where it is longer.
    let wait: Int64
    /// Of a subject whose entries are all no later, every window has passed (D3).
    let settled: Int64
    /// More than the time between any two events, and the window.
    let stride: Int64

    /// Times and windows are less than this, and so can be added and subtracted freely.
    static let farthest = Int64.max / 8
    /// Events are not further apart: some nine thousand years. Times of thousands of subjects can be put one after the other.
    private static let widest: Int64 = 1 << 48

    /// Nil where the funnel asks for more than steps and a window, or the times are out of all reason.
    init?(_ input: FunnelScan.Input) {
        let plan = input.plan
        let manifest = input.selection.projection.events.source.image.manifest
        let (first, last) = (manifest.first ?? 0, manifest.last ?? 0)
        guard plan.isPlain, plan.optionals.isEmpty, plan.depth < 63, let range = plan.range,
            plan.query.breakdown == nil || plan.query.attribution != .allSteps,
            let steps = plan.steps.stepOfTouchpoint(none: plan.depth),
            first > -PlainFunnel.farthest, last < PlainFunnel.farthest, input.horizon > -PlainFunnel.farthest,
            last - first < PlainFunnel.widest
        else { return nil }
        stepOfTouchpoint = steps
        self.range = range
        window = min(plan.window, last - first)
        wait = min(plan.window, PlainFunnel.farthest)
        stride = 2 * (last - first) + 1
        if plan.window == .max {
            // Nobody is pending; but how long somebody was seen without converting hangs on the latest entry.
            settled = plan.query.extent == .counts ? .max : .min
        } else {
            settled = input.horizon - wait
        }
    }
}
