/// The keys of the funnel builder.
enum BuilderKeys {
    static let all: [OverlayKey] = inList + inRows

    private static var inList: [OverlayKey] {
        let isForSteps: @Sendable (FunnelBuilder) -> Bool = { !$0.isInRows && $0.purpose == .step }
        let isForOther: @Sendable (FunnelBuilder) -> Bool = { !$0.isInRows && $0.purpose != .step }
        let marks: @Sendable (FunnelBuilder) -> Bool = {
            !$0.isInRows && $0.purpose.choice?.takesSeveral == true
        }
        return [
            building("\u{21B5}", "add", "add the touchpoint found by typing, after the step under the cursor", 9) {
                isForSteps($0)
            },
            building("\u{21B5}", "choose", "take the row of the list", 9) { isForOther($0) },
            building("|", "or", "make the touchpoint another way to take the step, or no longer one", 5) {
                isForSteps($0)
            },
            building("ctrl-x", "exclude", "the touchpoint must not come between", 4) { isForSteps($0) },
            building("tab", "mark several", "mark values, to take them together; ! typed first: all but these", 6) {
                marks($0)
            },
            building("tab", "the funnel, to keep it", "go to the funnel's steps and rules", 8) {
                !$0.isInRows && !marks($0)
            },
            building("esc", "as before", "leave, and show what was there before", 7) { isForSteps($0) },
            building("esc", "back", "go back to the funnel's steps and rules", 7) { isForOther($0) },
        ]
    }

    private static var inRows: [OverlayKey] {
        let isStep: @Sendable (FunnelBuilder) -> Bool = { builder in
            if builder.isInRows, case .step = builder.row { true } else { false }
        }
        let isRule: @Sendable (FunnelBuilder) -> Bool = { builder in
            if builder.isInRows, case .rule = builder.row { true } else { false }
        }
        let isTouchpoint: @Sendable (FunnelBuilder) -> Bool = { $0.isInRows && !isRule($0) }
        return [
            building("\u{21B5}", "keep", "keep the funnel as it is now", 9) { $0.isInRows },
            building("< >", "move", "move the step", 4) { isStep($0) },
            building("< >", "change", "give the rule its next value", 6) { isRule($0) },
            building("w", "window", "choose the time allowed, or type it", 5) {
                $0.isInRows && $0.row == .rule(.window)
            },
            building("d", "remove", "remove the step, or the touchpoint that must not come", 5) { isTouchpoint($0) },
            building("|", "or", "another touchpoint that counts as the step", 3) { isStep($0) },
            building("f", "only where", "only events with a value of a dimension, or none of them", 3) {
                isTouchpoint($0)
            },
            building("o", "optional", "whether the step may be left out", 2) { isStep($0) },
            building("x", "exclude", "a touchpoint that must not come between", 3) { $0.isInRows },
            building("z", "undo", "undo the last change", 6) { $0.isInRows },
            building("tab", "touchpoints", "go to the touchpoints, to add a step", 7) { $0.isInRows },
            building("esc", "as before", "leave, and show what was there before", 8) { $0.isInRows },
        ]
    }

    private static func building(
        _ keys: String,
        _ label: String,
        _ summary: String,
        _ priority: Int,
        applies: @escaping @Sendable (FunnelBuilder) -> Bool
    ) -> OverlayKey {
        OverlayKey(keys, label, summary, priority) {
            $0.tool(FunnelBuilder.self).map(applies) ?? false
        }
    }
}
