import Canvas

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
                screens: [.maturity],
                applies: { showsStages($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.right, .character(">")],
                .right,
                "next stage",
                "show the criteria of the next stage",
                priority: 78,
                screens: [.maturity],
                applies: showsStages
            ),
            KeyBinding(
                [.left, .character("<")],
                .left,
                "stage before",
                "show the criteria of the stage before",
                priority: 77,
                screens: [.maturity],
                applies: showsStages
            ),
            KeyBinding(
                [.character("m")],
                .whatIf,
                "what if",
                "suppose that this criterion were Fully met, or no longer suppose it",
                priority: 76,
                screens: [.maturity],
                applies: { MaturityScreen.selectedCriterion($0) != nil && $0.place.detail.isMaturity },
                blocked: { MaturityScreen.measured($0).value == nil ? "there is no answer yet" : nil }
            ),
            KeyBinding(
                [.character("h")],
                .history,
                "history",
                "how the stages were at earlier times",
                priority: 22,
                screens: [.maturity],
                applies: showsStages,
                blocked: { _ in "comes with a later version; p shows the stages of an earlier period" }
            ),
        ]
    }
}

extension Detail? {
    /// Whether the place shows criteria, and not something of another screen.
    fileprivate var isMaturity: Bool {
        switch self {
        case nil, .criterion, .whatIf: true
        default: false
        }
    }
}
