/// All that decides which view is shown: what undoing brings back. What only happens on the way (an overlay, a message, a
/// pause, the answers) is no part of it.
struct ViewMoment: Hashable, Sendable {
    var scope: ViewScope
    var themeName: String
    var stack: [Place]
    var roots: [ScreenID: Place]
    var states: ScreenStates

    /// Whether the two show the same but for where the cursor stands.
    func isSameView(as other: ViewMoment) -> Bool { withoutCursors == other.withoutCursors }

    /// The tops of other screens count only through the stack that they become.
    private var withoutCursors: ViewMoment {
        var moment = self
        moment.stack = stack.map(\.withoutCursor)
        moment.roots = [:]
        return moment
    }
}

extension Place {
    var withoutCursor: Place {
        var place = self
        place.panel = 0
        place.selections = [:]
        return place
    }
}

extension DashboardState {
    var moment: ViewMoment {
        get {
            ViewMoment(
                scope: scope,
                themeName: themeName,
                stack: stack,
                roots: roots,
                states: states
            )
        }
        set {
            scope = newValue.scope
            themeName = newValue.themeName
            stack = newValue.stack
            roots = newValue.roots
            states = newValue.states
        }
    }
}
