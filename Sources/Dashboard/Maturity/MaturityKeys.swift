import Canvas

extension OwnCommand {
    static let whatIf = OwnCommand(.maturity, "what if")
}

extension MaturityScreen {
    static var keys: [KeyBinding] {
        let showsStages: @Sendable (DashboardState) -> Bool = { MaturityScreen().opensRows($0) }
        return [
            KeyBinding(
                [.enter],
                .open,
                "evidence",
                "how the criterion is measured, and what would lift it",
                priority: 90,
                applies: { showsStages($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.right, .character(">")],
                .right,
                "next stage",
                "show the criteria of the next stage",
                priority: 78,
                applies: showsStages
            ),
            KeyBinding(
                [.left, .character("<")],
                .left,
                "stage before",
                "show the criteria of the stage before",
                priority: 77,
                applies: showsStages
            ),
            KeyBinding(
                [.character("m")],
                .own(.whatIf),
                "what if",
                "suppose that this criterion were Fully met, or no longer suppose it",
                priority: 76,
                applies: { MaturityScreen.selectedCriterion($0) != nil },
                blocked: { MaturityScreen.measured($0).value == nil ? "there is no answer yet" : nil }
            ),
        ]
    }
}
