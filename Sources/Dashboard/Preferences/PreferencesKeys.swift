import Canvas

extension OwnCommand {
    static let services = OwnCommand(.preferences, "services")
    static let content = OwnCommand(.preferences, "content")
    static let consent = OwnCommand(.preferences, "consent")
}

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
                applies: { isTop($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.character("v")],
                .own(.services),
                "services",
                "asked, captured, used and honoured, service by service",
                priority: 78,
                applies: isTop,
                blocked: noAnswer
            ),
            KeyBinding(
                [.character("c")],
                .own(.content),
                "content",
                "what people want to hear about, and whether it is heeded",
                priority: 76,
                applies: isTop,
                blocked: noAnswer
            ),
            KeyBinding(
                [.character("g")],
                .own(.consent),
                "consent",
                "consent given, by purpose, and contacts after it was withdrawn",
                priority: 74,
                applies: isTop,
                blocked: noAnswer
            ),
        ]
    }
}
