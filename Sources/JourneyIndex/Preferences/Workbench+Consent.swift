import JourneyModel
import Tallies

extension ConsentQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> ConsentTally {
        try await index.consent(try await index.desk.ground(index, scope))
    }
}

extension Workbench {
    /// What people allow, how often they withdraw it, and what was sent all the same (D17).
    ///
    /// - Throws: `CancellationError`.
    fileprivate func consent(_ ground: JourneyGround) async throws -> ConsentTally {
        let sides = desk.sides(self)
        let counts = try await desk.preferences(self, ground)
        var tally = ConsentTally(scope: ground.tally, signs: signs(sides))
        for (purpose, counts) in zip(sides.contactPurposes.purposes, counts.purposes) where counts.contacts > 0 {
            tally.purposes.add(counts, to: purpose.name)
        }
        for (key, breach) in counts.breaches {
            let name = key.channel < 0 ? ValueName.missing : ValueName(sides.channelName(key.channel))
            let purpose = sides.contactPurposes.purposes[Int(key.purpose)].name
            tally.breaches.add(TallyTable([name: breach]), to: purpose)
        }
        tally.effects = counts.effects
        try countExposures(sides, ground, in: &tally)
        return tally
    }

    /// Persons on record by the end of the range, how long they allowed it in range, and how often they withdrew it.
    private func countExposures(_ sides: SideHistories, _ ground: JourneyGround, in tally: inout ConsentTally) throws {
        let traits = PersonTraits(source, filters: ground.scope.filters)
        let end = ground.stateTime
        let from = ground.scope.range.from?.milliseconds ?? .min
        var names = Dictionary(sides.purposes.listed.map { ($0.code, $0.name) }) { first, _ in first }
        names[ConsentPurposes.communication] =
            names[ConsentPurposes.communication] ?? ConsentPurposes.communicationName
        var wanted = Array(repeating: false, count: sides.purposes.count)
        for code in names.keys { wanted[Int(code)] = true }
        var exposures: [Int32: ConsentTally.Exposure] = [:]
        var (last, any) = (Int32(-1), PreferencesTally.Consent())
        func close() {
            guard any.asked > 0 else { return }
            tally.anyConsent.add(PreferencesTally.Consent(asked: 1, granted: min(any.granted, 1)))
            any = PreferencesTally.Consent()
        }
        sides.consents.forEachPurpose(of: wanted) { person, purpose, first in
            guard first <= end, traits.keeps(code: person) else { return }
            if person != last { close() }
            last = person
            let isGranted = sides.consents.isGrantedAnywhere(person, purpose, at: end)
            let one = PreferencesTally.Consent(asked: 1, granted: isGranted ? 1 : 0)
            if purpose != ConsentPurposes.analytics { any.add(one) }
            // Without an event nobody knows until when: what is allowed then has no length, and there is no rate.
            let span = end == .max ? nil : sides.consents.exposure(person, purpose, from: max(from, first), to: end)
            exposures[purpose, default: ConsentTally.Exposure()].add(
                ConsentTally.Exposure(
                    consent: one,
                    withdrawals: span?.withdrawals ?? 0,
                    granted: span?.granted ?? 0
                )
            )
        }
        close()
        try Task.checkCancellation()
        for (code, exposure) in exposures { tally.exposures.add(exposure, to: names[code] ?? "") }
    }
}
