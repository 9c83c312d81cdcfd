import JourneyModel
import Wording

extension DashboardState {
    /// What is different from `before`, in the words of one line; several changes of one key stand beside each other.
    func changes(since before: ViewMoment) -> String {
        let words =
            placeChanges(before) + scopeChanges(before.scope)
            + screens.all.compactMap(\.sessionState).flatMap { states.changes($0, since: before.states, self) }
            + (themeName == before.themeName ? [] : ["theme \(themeName)"])
        return words.isEmpty ? "change of view" : words.joined(separator: ", ")
    }

    private func scopeChanges(_ before: ViewScope) -> [String] {
        var words: [String] = []
        if scope.range != before.range || scope.relative?.period != before.relative?.period {
            // Where a period that moves with the data lies, a later answer says.
            words.append("period " + (scope.relative?.period.words ?? DateText.text(scope.range, in: scope.zone)))
        } else if scope.before != before.before {
            words.append(scope.before.map { "against " + DateText.text($0, in: scope.zone) } ?? "no comparison")
        }
        let added = scope.filters.filter { !before.filters.contains($0) }
        let removed = before.filters.filter { !scope.filters.contains($0) }
        words += added.map { "filter \($0.sign)" }
        // A filter that another of its dimension replaced is said by the other.
        words += removed.filter { old in !added.contains { $0.dimension == old.dimension } }
            .map { "filter \($0.sign) taken away" }
        if scope.unit != before.unit { words.append("counting \(unit.plural)") }
        return words
    }

    private func placeChanges(_ before: ViewMoment) -> [String] {
        guard let old = before.stack.last else { return [] }
        let now = nearest(\.isNamed).id
        if now != nearest(in: before.stack, \.isNamed).id {
            return ["going \(stack.count < before.stack.count ? "back to" : "to") \(now.title)"]
        }
        if stack.count != before.stack.count {
            let isDeeper = stack.count > before.stack.count
            return [isDeeper ? "opening \(name(of: place))" : "going back from \(name(of: old))"]
        }
        var words: [String] = []
        if place.sort != old.sort {
            words.append("order " + (screen.orderNames(place).element(place.sort) ?? "of the rows"))
        }
        if let type = screen.placeState { words += place.states.changes(type, since: old.states, self) }
        if place.detail != old.detail { words.append("opening \(name(of: place))") }
        let lifted = old.narrowing.filter { !place.narrowing.contains($0) }
        return words + lifted.map { "\($0.sign) taken away" }
    }

    /// What is open at `place`, as short as the breadcrumb says it.
    private func name(of place: Place) -> String {
        let narrowed = place.narrowing.last.map(\.sign)
        return screens[place.screen].crumb(place, self) ?? narrowed ?? place.screen.title
    }
}

extension Filter {
    /// As a condition is read: `channel = web, app`, `channel not post`.
    fileprivate var sign: String {
        "\(Dimension.title(dimension)) \(isNegated ? "not" : "=") \(values.joined(separator: ", "))"
    }
}
