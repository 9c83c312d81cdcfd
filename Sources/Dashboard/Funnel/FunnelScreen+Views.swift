import JourneyModel

/// What views keep of the Funnel.
extension FunnelScreen {
    var sessionState: (any ScreenState.Type)? { FunnelState.self }
    var ownsNamelessViews: Bool { true }

    func viewName(_ state: DashboardState) -> String { state.funnel.name ?? "" }

    func reasonNotToKeep(_ state: DashboardState) -> String? {
        Self.query(state) == nil ? "there is no funnel yet; s chooses its steps" : nil
    }

    /// The first funnel may be another with more data; what is kept under a name is not.
    func keep(as name: String, _ state: inout DashboardState) {
        guard let query = Self.query(state) else { return }
        state.funnel.steps = query.steps
        state.funnel.breakdown = query.breakdown
        state.funnel.name = name
    }

    /// By its own breakdown, the lowest rate first.
    func showGroups(by trait: String, _ state: inout DashboardState) -> Bool {
        guard state.place.detail == nil else { return false }
        state.funnel.breakdown = trait
        state.place.sort = Self.worstFirst
        return true
    }
}
