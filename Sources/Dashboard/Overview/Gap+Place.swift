import JourneyModel

extension Gap {
    /// The place that explains the gap, its cursor on the row that the gap is about, seen from `place`.
    func explained(from place: Place) -> Place {
        let narrowing = place.narrowing
        switch group {
        case .traitGroup(let trait, let value):
            var next = Place(EquityDetail(trait: trait), narrowing: narrowing)
            next.selections = [0: Selection(row: value)]
            return next
        case .contactedAfterWithdrawal:
            return Place(PreferencesDetail.consent, narrowing: narrowing)
        case .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured:
            var next = Place(.preferences, narrowing: narrowing)
            next.panel = PreferencesScreen.pipelinePanel
            next.selections = [next.panel: Selection(row: PreferencePipeline.row(of: group))]
            return next
        case .unfinished(let service), .leaked(let service), .notOnline(let service), .dissatisfied(let service):
            let filter = Filter(dimension: Dimension.service, values: [service])
            let isOfFunnel = if case .funnel = explanation { true } else { false }
            var next = Place(isOfFunnel ? .funnel : .channels, narrowing: narrowing + [filter])
            let row = isOfFunnel ? FunnelScreen.rowID(step: 0) : nil
            next.origin = Place.Origin(group: group, narrowing: narrowing, people: people, row: row)
            return next
        case .funnel: return Place(.funnel, narrowing: narrowing)
        }
    }
}
