import Canvas

extension PreferencesScreen {
    static var keys: [KeyBinding] {
        let isTop: @Sendable (DashboardState) -> Bool = { $0.place.detail == nil }
        let noAnswer: @Sendable (DashboardState) -> String? = { state in
            guard let result = PreferencesScreen.result(state).value else { return "there are no figures yet" }
            return PreferencesEmpty.state(result, state)?.title
        }
        return [
            KeyBinding(
                [.enter],
                .open,
                "the contacts",
                "the contacts to who asked for this channel; a service by itself",
                priority: 90,
                screens: [.preferences],
                applies: { isTop($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.character("v")],
                .services,
                "services",
                "asked, captured, used and honoured, service by service",
                priority: 78,
                screens: [.preferences],
                applies: isTop,
                blocked: noAnswer
            ),
            KeyBinding(
                [.character("c")],
                .content,
                "content",
                "what people want to hear about, and whether it is heeded",
                priority: 76,
                screens: [.preferences],
                applies: isTop,
                blocked: noAnswer
            ),
            KeyBinding(
                [.character("g")],
                .consent,
                "consent",
                "consent given, by purpose, and contacts after it was withdrawn",
                priority: 74,
                screens: [.preferences],
                applies: isTop,
                blocked: noAnswer
            ),
        ]
    }
}
