import JourneyModel

extension EmptyState {
    /// The command that brings more into the store.
    static func importCommand(_ state: DashboardState) -> String {
        "cxm import FILE --store \(ShellWord.quoted(state.store.path))"
    }

    static func noEvents(_ state: DashboardState) -> EmptyState {
        EmptyState("The store holds no events yet.", "Import a file:", command: importCommand(state))
    }

    /// Nothing is left of what there is: which filters and which period leave it out, and how they are taken away.
    static func noMatch(_ title: String, _ state: DashboardState) -> EmptyState {
        var advice: [String] = []
        if !state.filters.isEmpty {
            let words = state.filters.map(\.words).joined(separator: "; ")
            advice.append("Filtered by \(words): f takes filters away.")
        }
        if state.scope.range != .all {
            let period = DateText.text(state.scope.range, in: state.scope.zone)
            advice.append("The period is \(period)\(dataSpan(state)): p chooses another.")
        }
        return EmptyState(title, advice.isEmpty ? "p chooses a period, f filters." : advice.joined(separator: " "))
    }

    private static func dataSpan(_ state: DashboardState) -> String {
        guard let first = state.catalog?.first, let last = state.catalog?.last else { return "" }
        return ", and the data " + DateText.text(TimeRange(from: first, to: last.advanced(by: 1)), in: state.scope.zone)
    }
}
