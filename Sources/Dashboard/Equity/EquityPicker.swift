import JourneyModel

/// Chooses the trait by which groups are compared.
struct EquityPicker: ScreenPicker {
    var title: String { "Compare groups by" }

    func choices(_ state: DashboardState) -> [Choice] {
        state.dimensionChoices { Dimension.subject(of: $0) == .person }
    }

    /// A screen may have a way of its own to show groups, as the funnel has (D21).
    func choose(_ choice: Choice, _ state: inout DashboardState) {
        if state.screen.showGroups(by: choice.id, &state) { return }
        state.push(Place(EquityDetail(trait: choice.id), narrowing: state.place.narrowing))
    }
}
