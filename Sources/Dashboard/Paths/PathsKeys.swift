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
                "follow",
                "where journeys go from here: the tree, a branch of it; for a hand-off, the paths on its two channels",
                priority: 90,
                applies: { (isTop($0) || isTree($0)) && !$0.rows.isEmpty }
            ),
            KeyBinding(
                [.left, .character("<")],
                .left,
                "what came before",
                "turn the tree: what came before the touchpoint",
                priority: 75,
                applies: { PathsScreen.tree($0)?.direction == .forward }
            ),
            KeyBinding(
                [.right, .character(">")],
                .right,
                "what came after",
                "turn the tree: what came after the touchpoint",
                priority: 75,
                applies: { PathsScreen.tree($0)?.direction == .backward }
            ),
            KeyBinding(
                [.tab],
                .nextPanel,
                "next list",
                "transitions, paths, hand-offs, rework, starts, ends",
                priority: 75,
                applies: { isTop($0) && $0.panels.filter { !$0.isEmpty }.count > 1 }
            ),
        ]
    }
}
