/// The changes of the view that can be undone, and those undone that can be done again.
struct ViewHistory: Hashable, Sendable {
    /// One change: the view on its other side, and what it was in words.
    struct Change: Hashable, Sendable {
        var other: ViewMoment
        var words: String
    }

    /// As many as anybody goes back by hand; a moment is small, yet a dashboard may stay open for weeks.
    static let limit = 200

    private var done: [Change] = []
    private var undone: [Change] = []

    var canUndo: Bool { !done.isEmpty }
    var canRedo: Bool { !undone.isEmpty }

    /// Notes a change from `moment`. What had been undone before it cannot be done again.
    mutating func note(from moment: ViewMoment, _ words: String) {
        done.append(Change(other: moment, words: words))
        if done.count > Self.limit { done.removeFirst() }
        undone = []
    }

    /// Leaves `moment` for the view before the last change, with its cursor as it stood; nil where nothing was changed.
    mutating func undo(from moment: ViewMoment) -> Change? { Self.step(from: moment, &done, to: &undone) }

    /// Leaves `moment` for the view after the change undone last; nil where nothing was undone.
    mutating func redo(from moment: ViewMoment) -> Change? { Self.step(from: moment, &undone, to: &done) }

    private static func step(from moment: ViewMoment, _ source: inout [Change], to target: inout [Change]) -> Change? {
        guard let change = source.popLast() else { return nil }
        target.append(Change(other: moment, words: change.words))
        return change
    }
}
