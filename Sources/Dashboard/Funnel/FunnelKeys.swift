import Canvas

extension FunnelScreen {
    static var keys: [KeyBinding] {
        let isTop: @Sendable (DashboardState) -> Bool = { $0.place.detail == nil }
        let noCatalog: @Sendable (DashboardState) -> String? = {
            $0.catalog == nil ? "wait until the store has been read" : nil
        }
        let noFunnel: @Sendable (DashboardState) -> String? = {
            FunnelScreen.result($0).value == nil ? "there is no funnel yet; s chooses its steps" : nil
        }
        return [
            KeyBinding(
                [.enter],
                .open,
                "who and where",
                "who stopped at the step and where they went; a group by itself",
                priority: 90,
                screens: [.funnel],
                applies: { isTop($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.character("s")],
                .steps,
                "steps",
                "choose the steps of the funnel",
                priority: 75,
                screens: [.funnel],
                applies: isTop,
                blocked: noCatalog
            ),
            KeyBinding(
                [.character("w")],
                .window,
                "window",
                "the time allowed from the first step to the last",
                priority: 60,
                screens: [.funnel]
            ),
            KeyBinding(
                [.character("o")],
                .order,
                "order",
                "whether the steps must come in order",
                priority: 52,
                screens: [.funnel]
            ),
            KeyBinding(
                [.character("t")],
                .times,
                "times",
                "how long converting takes",
                priority: 58,
                screens: [.funnel],
                applies: isTop,
                blocked: noFunnel
            ),
            KeyBinding(
                [.character("O")],
                .sort,
                "sort groups",
                "put the groups in another order",
                screens: [.funnel],
                applies: isTop,
                blocked: { $0.screen.orders($0).isEmpty ? "nothing is broken down; b chooses by what" : nil }
            ),
        ]
    }
}
