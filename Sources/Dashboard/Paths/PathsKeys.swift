import Canvas
import JourneyModel

extension PathsScreen {
    static var keys: [KeyBinding] {
        let isTree: @Sendable (DashboardState) -> Bool = { PathsScreen.tree($0) != nil }
        let isTop: @Sendable (DashboardState) -> Bool = { $0.place.detail == nil }
        return [
            KeyBinding(
                [.enter],
                .open,
                "tree",
                "where journeys go from this touchpoint; for a hand-off, the paths on its two channels",
                priority: 90,
                screens: [.paths],
                applies: { isTop($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.enter],
                .open,
                "open branch",
                "what comes next on this branch; again to close it",
                priority: 90,
                screens: [.paths],
                applies: { isTree($0) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.left, .character("<")],
                .left,
                "what came before",
                "turn the tree: what came before the touchpoint",
                priority: 75,
                screens: [.paths],
                applies: { PathsScreen.tree($0)?.direction == .forward }
            ),
            KeyBinding(
                [.right, .character(">")],
                .right,
                "what came after",
                "turn the tree: what came after the touchpoint",
                priority: 75,
                screens: [.paths],
                applies: { PathsScreen.tree($0)?.direction == .backward }
            ),
            KeyBinding(
                [.tab],
                .nextPanel,
                "next list",
                "transitions, paths, hand-offs, rework, starts, ends",
                priority: 75,
                screens: [.paths],
                applies: { isTop($0) && $0.panels.filter { !$0.isEmpty }.count > 1 }
            ),
        ]
    }
}
