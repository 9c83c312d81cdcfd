import Canvas

extension OwnCommand {
    static let steps = OwnCommand(.funnel, "steps")
    static let window = OwnCommand(.funnel, "window")
    static let order = OwnCommand(.funnel, "order")
    static let times = OwnCommand(.funnel, "times")
    static let breakDown = OwnCommand(.funnel, "break down")
}

extension FunnelScreen {
    /// Works on every screen.
    static var breakDown: KeyBinding {
        KeyBinding(
            [.character("b")],
            .own(.breakDown),
            "break down",
            "show the figures by channel, region …",
            priority: 55,
            blocked: KeyBinding.noCatalog
        )
    }

    static var keys: [KeyBinding] {
        let isTop: @Sendable (DashboardState) -> Bool = { $0.place.detail == nil }
        let noFunnel: @Sendable (DashboardState) -> String? = {
            FunnelScreen.result($0).value == nil ? "there is no funnel yet; s chooses its steps" : nil
        }
        return [
            KeyBinding(
                [.enter],
                .open,
                "who and where",
                "who dropped at the step and where they went; a group by itself",
                priority: 90,
                applies: { isTop($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.character("s")],
                .own(.steps),
                "steps",
                "choose the steps of the funnel",
                priority: 75,
                applies: isTop,
                blocked: KeyBinding.noCatalog
            ),
            KeyBinding(
                [.character("w")],
                .own(.window),
                "window",
                "the time allowed from the first step to the last",
                priority: 60
            ),
            KeyBinding(
                [.character("o")],
                .own(.order),
                "order",
                "whether the steps must come in order",
                priority: 52
            ),
            KeyBinding(
                [.character("t")],
                .own(.times),
                "times",
                "how long converting takes",
                priority: 58,
                applies: isTop,
                blocked: noFunnel
            ),
            KeyBinding(
                [.character("O")],
                .sort,
                "sort groups",
                "put the groups in another order",
                applies: isTop,
                blocked: { $0.screen.orders($0).isEmpty ? "nothing is broken down; b chooses by what" : nil }
            ),
        ]
    }
}
