import JourneyModel

/// What the Funnel lets choose from lists.
enum FunnelPicker: ScreenPicker {
    case window, order
    /// What it is broken down by.
    case breakdown

    var title: String {
        switch self {
        case .window: "Time allowed from the first step to the last"
        case .order: "Order of the steps"
        case .breakdown: "Break down by"
        }
    }

    var placeholder: String {
        self == .window ? "a length of time such as 14d, 36h, 90m" : "type to narrow down"
    }

    func choices(_ state: DashboardState) -> [Choice] {
        switch self {
        case .window: FunnelState.windowChoices
        case .order: FunnelState.orderChoices
        case .breakdown:
            [Choice(id: "", label: "nothing", detail: "all together")]
                + state.dimensionChoices { $0 != Dimension.touchpoint }
        }
    }

    func typed(_ text: String, _ state: DashboardState) -> Choice? {
        self == .window ? FunnelState.typedWindow(text) : nil
    }

    func choose(_ choice: Choice, _ state: inout DashboardState) {
        switch self {
        case .window: state.funnel.setWindow(choice.id)
        case .order: state.funnel.order = FunnelQuery.Order(rawValue: choice.id) ?? .ordered
        case .breakdown: breakDown(by: choice.id.isEmpty ? nil : choice.id, &state)
        }
    }

    /// The funnel is broken down in place; on any other screen, the funnel by that dimension opens.
    private func breakDown(by dimension: String?, _ state: inout DashboardState) {
        state.funnel.breakdown = dimension
        if state.place.screen != .funnel, dimension != nil {
            state.sayRowHasNoFigure("the funnel, of all that is shown")
            state.push(Place(.funnel, narrowing: state.place.narrowing))
        }
    }
}
