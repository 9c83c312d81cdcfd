extension DashboardState {
    /// Notes what a key changed since `before`, where it changed what is shown. Going back in time is no change.
    mutating func remember(_ before: ViewMoment, _ effects: [Effect]) {
        // Keeping a view fixes the steps of its funnel, and shows the same as before.
        if effects.contains(where: { if case .saveView = $0 { true } else { false } }) { return }
        guard !before.isSameView(as: moment) else { return }
        history.note(from: before, changes(since: before))
    }

    /// Brings back the view before the last change, and says which change that was.
    mutating func undo() -> [Effect] {
        guard let change = history.undo(from: moment) else { return [] }
        return go(to: change.other, saying: "undone: \(change.words); Z brings it back")
    }

    /// Brings back what was undone last.
    mutating func redo() -> [Effect] {
        guard let change = history.redo(from: moment) else { return [] }
        return go(to: change.other, saying: "done again: \(change.words); z undoes it")
    }

    private mutating func go(to next: ViewMoment, saying words: String) -> [Effect] {
        let themeBefore = themeName
        moment = next
        search = ""
        message = words
        return themeName == themeBefore ? [] : [.applyTheme(themeName)]
    }
}
