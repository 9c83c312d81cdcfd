import Canvas

/// One line of the table of the builder's keys, from which its footer and the documents are made.
struct BuilderKey: Sendable {
    /// As the footer shows them.
    var keys: String
    /// A word or two, for the footer.
    var label: String
    /// A sentence, for the documents.
    var summary: String
    var priority: Int
    var applies: @Sendable (FunnelBuilder) -> Bool

    init(
        _ keys: String,
        _ label: String,
        _ summary: String,
        _ priority: Int,
        applies: @escaping @Sendable (FunnelBuilder) -> Bool
    ) {
        self.keys = keys
        self.label = label
        self.summary = summary
        self.priority = priority
        self.applies = applies
    }

    static var all: [BuilderKey] { inList + inRows }

    private static var inList: [BuilderKey] {
        let isForSteps: @Sendable (FunnelBuilder) -> Bool = { !$0.isInRows && $0.purpose == .step }
        let isForOther: @Sendable (FunnelBuilder) -> Bool = { !$0.isInRows && $0.purpose != .step }
        let marks: @Sendable (FunnelBuilder) -> Bool = {
            !$0.isInRows && $0.purpose.choice?.takesSeveral == true
        }
        return [
            BuilderKey("\u{21B5}", "add", "add the touchpoint found by typing, after the step under the cursor", 9) {
                isForSteps($0)
            },
            BuilderKey("\u{21B5}", "choose", "take the row of the list", 9) { isForOther($0) },
            BuilderKey("|", "or", "make the touchpoint another way to take the step, or no longer one", 5) {
                isForSteps($0)
            },
            BuilderKey("ctrl-x", "exclude", "the touchpoint must not come on the way", 4) { isForSteps($0) },
            BuilderKey("tab", "mark several", "mark values, to take them together; ! typed first: all but these", 6) {
                marks($0)
            },
            BuilderKey("tab", "the funnel, to keep it", "go to the funnel's steps and rules", 8) {
                !$0.isInRows && !marks($0)
            },
            BuilderKey("esc", "as before", "leave, and show what was there before", 7) { isForSteps($0) },
            BuilderKey("esc", "back", "go back to the funnel's steps and rules", 7) { isForOther($0) },
        ]
    }

    private static var inRows: [BuilderKey] {
        let isStep: @Sendable (FunnelBuilder) -> Bool = { builder in
            if builder.isInRows, case .step = builder.row { true } else { false }
        }
        let isRule: @Sendable (FunnelBuilder) -> Bool = { builder in
            if builder.isInRows, case .rule = builder.row { true } else { false }
        }
        let isTouchpoint: @Sendable (FunnelBuilder) -> Bool = { $0.isInRows && !isRule($0) }
        return [
            BuilderKey("\u{21B5}", "keep", "keep the funnel as it is now", 9) { $0.isInRows },
            BuilderKey("< >", "move", "move the step", 4) { isStep($0) },
            BuilderKey("< >", "change", "give the rule its next value", 6) { isRule($0) },
            BuilderKey("w", "window", "choose the time allowed, or type it", 5) {
                $0.isInRows && $0.row == .rule(.window)
            },
            BuilderKey("d", "remove", "remove the step, or the touchpoint that must not come", 5) { isTouchpoint($0) },
            BuilderKey("|", "or", "another touchpoint that counts as the step", 3) { isStep($0) },
            BuilderKey("f", "only where", "only events with a value of a dimension, or none of them", 3) {
                isTouchpoint($0)
            },
            BuilderKey("o", "optional", "whether the step may be left out", 2) { isStep($0) },
            BuilderKey("x", "exclude", "a touchpoint that must not come on the way", 3) { $0.isInRows },
            BuilderKey("z", "undo", "undo the last change", 6) { $0.isInRows },
            BuilderKey("tab", "touchpoints", "go to the touchpoints, to add a step", 7) { $0.isInRows },
            BuilderKey("esc", "as before", "leave, and show what was there before", 8) { $0.isInRows },
        ]
    }

    /// The footer while `builder` is open.
    static func hints(_ builder: FunnelBuilder, _ glyphs: GlyphSet) -> [KeyHint] {
        all.filter { $0.applies(builder) }.map { KeyHint($0.keys.shown(glyphs), $0.label, priority: $0.priority) }
    }
}
