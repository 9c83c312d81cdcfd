import JourneyModel
import Tallies

extension PreferencesQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> PreferencesTally {
        try await index.preferences(try await index.desk.ground(index, scope))
    }
}

extension Workbench {
    /// Whether people are reached the way they asked for (D16, D17).
    ///
    /// - Throws: `CancellationError`.
    func preferences(_ ground: JourneyGround) async throws -> PreferencesTally {
        let sides = desk.sides(self)
        let counts = try await desk.preferences(self, ground)
        var tally = PreferencesTally(
            scope: ground.tally,
            asOf: ground.horizon.map { _ in Timestamp(milliseconds: ground.stateTime) },
            signs: signs(sides)
        )
        counts.fill(&tally, ground, sides)
        let traits = PersonTraits(source, filters: ground.scope.filters)
        tally.consent = consent(sides.consents, traits, at: ground.stateTime)
        for (purpose, history) in sides.consentsByPurpose {
            let consent = consent(history, traits, at: ground.stateTime)
            if consent.asked > 0 { tally.consents.add(consent, to: purpose) }
        }
        return tally
    }

    private func signs(_ sides: SideHistories) -> PreferenceSigns {
        var signs = PreferenceSigns()
        signs.direction = source.dimensionIfAny(Dimension.direction) != nil
        signs.routing = source.dimensionIfAny(Dimension.routing) != nil
        signs.tailoring = source.dimensionIfAny(Dimension.tailored) != nil
        signs.isFromTrait = sides.channels.isFromTrait
        signs.channelPrompts = sides.channels.knowsPrompts
        signs.channelAnswers = sides.channels.hasCaptured
        signs.contentAnswers = sides.content.hasCaptured
        signs.channelRecords = !sides.channels.isEmpty
        signs.contentRecords = !sides.content.isEmpty
        signs.consents = !sides.consents.isEmpty
        return signs
    }

    /// Persons on record by `time`, and those with a consent on any channel then.
    private func consent(
        _ history: ConsentHistory,
        _ traits: PersonTraits,
        at time: Int64
    ) -> PreferencesTally.Consent {
        var consent = PreferencesTally.Consent()
        history.forEachPerson { person, first in
            guard first <= time, traits.keeps(code: person) else { return }
            consent.asked += 1
            if history.isGrantedAnywhere(person, at: time) { consent.granted += 1 }
        }
        return consent
    }
}

extension PreferenceCounts {
    /// The same by names.
    func fill(_ tally: inout PreferencesTally, _ ground: JourneyGround, _ sides: SideHistories) {
        tally.overall = overall
        let (rules, own) = (ground.rules, ground.eventsByService.count)
        for slot in services.indices {
            let service = PreferencesTally.Service(
                counts: services[slot],
                practice: practices[slot],
                isServed: slot < own && ground.eventsByService[slot] > 0
            )
            if !service.isServed, services[slot] == ContactedCounts(), practices[slot] == ServicePractice() { continue }
            let name = slot < own ? rules.service(slot) : ValueName(sides.servicesElsewhere[slot - own])
            tally.services.add(service, to: name)
        }
        for cell in matrix {
            let used = TallyTable([sides.channelName(cell.used): cell.contacts])
            tally.matrix.add(used, to: sides.channelName(cell.preferred))
        }
        tally.totals = totals
    }
}
