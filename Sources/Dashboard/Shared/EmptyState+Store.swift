import JourneyModel
import Wording

extension EmptyState {
    /// The command that brings more into the store.
    static func importCommand(_ state: DashboardState) -> String {
        "cxm import FILE --store \(ShellWord.quoted(state.store.path))"
    }

    /// The command that drafts what the data mean. What is not kept has to be first.
    static func declareCommand(_ state: DashboardState) -> String {
        let name = state.store.name
        guard state.store.isKept else {
            return "K keeps these data first; then: cxm declare --propose --store \(ShellWord.quoted(name + ".cxm"))"
        }
        let file = ShellWord.quoted(name + ".draft.toml")
        return "cxm declare --propose --store \(ShellWord.quoted(state.store.path)) > \(file)"
    }

    static func noEvents(_ state: DashboardState) -> EmptyState {
        EmptyState("The store holds no events yet.", "Import a file:", command: importCommand(state))
    }

    /// Nothing is left of what there is: which filters and which period leave it out, and how they are taken away.
    /// `what` is the sentence without its end: "There is no event".
    static func noMatch(_ what: String, _ state: DashboardState) -> EmptyState {
        let title = "\(what)\(state.withinScope)."
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

extension DashboardState {
    /// What may have left something out, to end a sentence: ` in this period with these filters`; nothing where neither is
    /// chosen.
    var withinScope: String {
        (scope.range == .all ? "" : " in this period") + (filters.isEmpty ? "" : " with these filters")
    }
}
