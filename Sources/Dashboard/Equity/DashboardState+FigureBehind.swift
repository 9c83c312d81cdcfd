import JourneyModel

extension DashboardState {
    /// Whose figure stands under the cursor, to be shown by groups; nil where there is none, and for a funnel, which shows
    /// its groups itself.
    var figureBehind: GroupBehind? {
        if let listed = PeopleScreen.group(self) {
            return listed.hasFigure ? GroupBehind(group: listed, narrowing: place.narrowing) : nil
        }
        return groupBehind.flatMap { $0.group.hasFigure ? $0 : nil }
    }

    /// Says that what opens is `shown`, because the row under the cursor has no figure of its own by groups.
    mutating func sayRowHasNoFigure(_ shown: String) {
        guard selectedRow != nil, figureBehind == nil else { return }
        message = "the row is no figure of a group of people: this is \(shown)"
    }
}

extension SubjectGroup {
    fileprivate var hasFigure: Bool {
        if case .funnel = self { false } else { true }
    }
}
