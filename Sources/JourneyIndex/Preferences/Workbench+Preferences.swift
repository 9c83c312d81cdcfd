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
        countConsents(sides, traits, at: ground.stateTime, in: &tally)
        countUnknownChannels(sides, traits, by: ground.stateTime, in: &tally)
        return tally
    }

    func signs(_ sides: SideHistories) -> PreferenceSigns {
        var signs = PreferenceSigns()
        signs.direction = source.dimensionIfAny(Dimension.direction) != nil
        signs.routing = source.dimensionIfAny(Dimension.routing) != nil
        signs.tailoring = source.dimensionIfAny(Dimension.tailored) != nil
        signs.isFromTrait = sides.channels.isFromTrait
        signs.channelPrompts = sides.channels.knowsPrompts
        signs.channelAnswers = sides.channels.hasCaptured
        signs.contentPrompts = sides.content.knowsPrompts
        signs.contentAnswers = sides.content.hasCaptured
        signs.channelRecords = !sides.channels.isEmpty
        signs.contentRecords = !sides.content.isEmpty
        signs.consents = !sides.consents.isEmpty(ConsentPurposes.communication)
        signs.contactConsents = !sides.consents.isWithoutContact
        return signs
    }

    /// Persons on record by `time`, and those with a consent on any channel then.
    private func countConsents(
        _ sides: SideHistories,
        _ traits: PersonTraits,
        at time: Int64,
        in tally: inout PreferencesTally
    ) {
        var byPurpose = Array(repeating: PreferencesTally.Consent(), count: sides.purposes.count)
        var wanted = Array(repeating: false, count: sides.purposes.count)
        wanted[Int(ConsentPurposes.communication)] = true
        for (purpose, _) in sides.purposes.listed { wanted[Int(purpose)] = true }
        var (last, any) = (Int32(-1), PreferencesTally.Consent())
        func close() {
            guard any.asked > 0 else { return }
            tally.anyConsent.add(PreferencesTally.Consent(asked: 1, granted: min(any.granted, 1)))
            any = PreferencesTally.Consent()
        }
        sides.consents.forEachPurpose(of: wanted) { person, purpose, first in
            guard first <= time, traits.keeps(code: person) else { return }
            if person != last { close() }
            last = person
            let isGranted = sides.consents.isGrantedAnywhere(person, purpose, at: time)
            let one = PreferencesTally.Consent(asked: 1, granted: isGranted ? 1 : 0)
            byPurpose[Int(purpose)].add(one)
            if purpose != ConsentPurposes.analytics { any.add(one) }
        }
        close()
        tally.consent = byPurpose[Int(ConsentPurposes.communication)]
        for (purpose, name) in sides.purposes.listed where byPurpose[Int(purpose)].asked > 0 {
            tally.consents.add(byPurpose[Int(purpose)], to: name)
        }
    }

    /// Persons by channel that they asked for by `time`, where it is one that nobody has.
    private func countUnknownChannels(
        _ sides: SideHistories,
        _ traits: PersonTraits,
        by time: Int64,
        in tally: inout PreferencesTally
    ) {
        guard !sides.unknownChannels.isEmpty else { return }
        sides.channels.forEachChannel(by: time) { person, channel in
            guard let nearest = sides.unknownChannels[channel], traits.keeps(code: person) else { return }
            tally.unknownChannels.add(UnknownPreference(people: 1, nearest: nearest), to: sides.channelName(channel))
        }
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
        for (purpose, counts) in zip(sides.contactPurposes.purposes, purposes) where counts.contacts > 0 {
            tally.purposes.add(counts, to: purpose.name)
        }
    }
}
