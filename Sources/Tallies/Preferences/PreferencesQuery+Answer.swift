public import JourneyModel

extension PreferencesQuery: TalliedQuestion {
    public func answer(from tally: PreferencesTally) -> PreferencesResult {
        PreferenceFigures(tally).result(self)
    }
}

/// The counts as measures, each absent with its reason where the store cannot say.
private struct PreferenceFigures {
    let tally: PreferencesTally

    init(_ tally: PreferencesTally) {
        self.tally = tally
    }

    func result(_ query: PreferencesQuery) -> PreferencesResult {
        let overall = tally.overall
        let expected = missing == nil ? expectedByChance : nil
        let honoured = honoured(overall)
        return PreferencesResult(
            query: query,
            contacted: overall.contacted,
            asked: asked(overall),
            captured: captured(overall),
            usable: usable(overall),
            used: used(overall),
            honoured: honoured,
            expectedByChance: expected,
            kappa: expected.flatMap { chance in honoured.value.flatMap { kappa(observed: $0, expected: chance) } },
            matrix: matrix,
            contentCaptured: contentCaptured,
            contentUsed: contentUsed,
            stale: tally.totals.stale,
            conflicting: tally.totals.conflicting,
            contactsAfterWithdrawal: tally.totals.breaches,
            consentCoverage: consentCoverage,
            consents: consentRows,
            purposes: purposeRows,
            uncovered: tally.signs.contactConsents ? tally.totals.uncovered : 0,
            peopleUncovered: tally.signs.contactConsents ? tally.totals.peopleUncovered : 0,
            unknownChannels: unknownChannels,
            peopleNotUsed: tally.totals.peopleNotUsed,
            peopleNotHonoured: tally.totals.peopleNotHonoured,
            peopleContactedAfterWithdrawal: tally.totals.peopleBreached,
            services: serviceRows,
            survey: survey,
            receipt: tally.scope.receipt([.d16, .d17, .d22], scope: query.scope, facts: facts, notes: notes)
        )
    }

    /// Why nothing can be said of preferences at all.
    private var missing: Remark? {
        if let reason = noContacts { return reason }
        return tally.signs.channelAnswers || tally.signs.channelPrompts ? nil : .noPreferences
    }

    private var noContacts: Remark? {
        if tally.overall.contacted > 0 { return nil }
        return tally.signs.direction ? .noOutboundInScope : .noDirection
    }

    private func asked(_ counts: ContactedCounts) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        if tally.signs.isFromTrait {
            return .absent(.d16, because: .traitSaysNotWhoWasAsked)
        }
        let caveats: [Remark] = tally.signs.channelPrompts ? [] : [.noPrompts]
        return .rate(counts.asked, of: counts.contacted, .d16, caveats: caveats)
    }

    private func captured(_ counts: ContactedCounts) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        return .rate(counts.captured, of: counts.contacted, .d16)
    }

    private func usable(_ counts: ContactedCounts) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        if !tally.signs.consents {
            return .absent(.d16, because: .noConsentGrantsNothing)
        }
        return .rate(counts.usable, of: counts.contacted, .d16)
    }

    private func used(_ counts: ContactedCounts) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        if !tally.signs.routing {
            return .absent(.d16, because: .noRoutingColumn)
        }
        guard counts.contactsToCaptured > 0 else {
            return .absent(.d16, because: .nobodyHadPreference)
        }
        return .rate(counts.cited, of: counts.contactsToCaptured, .d16)
    }

    private func honoured(_ counts: ContactedCounts) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        guard counts.contactsToChoosers > 0 else {
            return .absent(.d16, because: .nobodyHadChosen)
        }
        return .rate(counts.honoured, of: counts.contactsToChoosers, .d16)
    }

    private var matrix: [PreferencesResult.Cell] {
        tally.matrix.pairs.flatMap { preferred, used in
            used.pairs.map { PreferencesResult.Cell(preferred: preferred, used: $0.key, contacts: $0.value) }
        }.sorted { ($0.preferred, $0.used) < ($1.preferred, $1.used) }
    }

    /// Agreement of preferred and used channel by chance alone: the product of both shares, summed over channels (D16).
    /// Counted in whole numbers, so that the order of channels has no part in it.
    private var expectedByChance: Double? {
        let total = Double(tally.overall.contactsToChoosers)
        guard total > 0 else { return nil }
        var used: [String: Int] = [:]
        var preferred: [String: Int] = [:]
        for cell in matrix where cell.preferred != PreferenceRecord.noPreference {
            preferred[cell.preferred, default: 0] += cell.contacts
            used[cell.used, default: 0] += cell.contacts
        }
        return Double(preferred.reduce(0) { $0 + $1.value * (used[$1.key] ?? 0) }) / (total * total)
    }

    private var noContent: Remark? {
        noContacts ?? (tally.signs.contentAnswers ? nil : .noContentPreferences)
    }

    private var contentCaptured: Measure {
        if let noContent { return .absent(.d16, because: noContent) }
        return .rate(tally.totals.contentCaptured, of: tally.overall.contacted, .d16)
    }

    private var noTailoring: Remark? { tally.signs.tailoring ? nil : .noTailoring }

    private var contentUsed: Measure {
        if let reason = noContent ?? noTailoring { return .absent(.d16, because: reason) }
        guard tally.totals.contactsToContent > 0 else {
            return .absent(.d16, because: .nobodyHadContentPreference)
        }
        return .rate(tally.totals.tailoredToContent, of: tally.totals.contactsToContent, .d16)
    }

    /// Of persons asked for consent by the end of the range, whether contacted or not: those who refused are rightly never
    /// contacted.
    /// Where nobody was asked for communication, of those asked for another purpose.
    private var consentCoverage: Measure {
        guard tally.signs.contactConsents else { return .absent(.d17, because: .noConsent) }
        let consent = tally.signs.consents ? tally.consent : tally.anyConsent
        return consent.asked > 0
            ? .rate(consent.granted, of: consent.asked, .d17) : .absent(.d17, because: .nobodyAskedForConsent)
    }

    /// Without purposes of which nobody had been asked by then.
    private var consentRows: [PreferencesResult.ConsentRow] {
        tally.consents.pairs.filter { $0.value.asked > 0 }.map { purpose, consent in
            PreferencesResult.ConsentRow(purpose: purpose, granted: .rate(consent.granted, of: consent.asked, .d17))
        }.sorted { (-($0.granted.denominator ?? 0), $0.purpose) < (-($1.granted.denominator ?? 0), $1.purpose) }
    }

    /// What contacts were for; without consents nothing can be said of it.
    private var purposeRows: [PreferencesResult.PurposeRow] {
        guard tally.signs.contactConsents else { return [] }
        return tally.purposes.pairs.map { purpose, counts in
            PreferencesResult.PurposeRow(
                purpose: purpose,
                contacts: counts.contacts,
                afterWithdrawal: counts.breaches,
                peopleAfterWithdrawal: counts.peopleBreached,
                uncovered: counts.uncovered,
                peopleUncovered: counts.peopleUncovered
            )
        }.sorted { (-$0.contacts, $0.purpose) < (-$1.contacts, $1.purpose) }
    }

    private var unknownChannels: [PreferencesResult.UnknownChannel] {
        tally.unknownChannels.pairs.map { channel, one in
            PreferencesResult.UnknownChannel(channel: channel, people: one.people, nearest: one.nearest)
        }.sorted { (-$0.people, $0.channel) < (-$1.people, $1.channel) }
    }

    private var serviceRows: [PreferencesResult.ServiceRow] {
        tally.services.pairs.filter { $0.value.counts.contacted > 0 }.map { name, service in
            PreferencesResult.ServiceRow(
                service: name.text,
                contacted: service.counts.contacted,
                asked: asked(service.counts),
                captured: captured(service.counts),
                used: used(service.counts),
                honoured: honoured(service.counts)
            )
        }.sorted { $0.contacted != $1.contacted ? $0.contacted > $1.contacted : $0.service < $1.service }
    }

    /// Services as units, so that the figures stand beside those of the 2014 survey (D16).
    private var survey: PreferencesResult.SurveyForm {
        let practices = tally.services.pairs.filter { $0.key.name != nil && $0.value.isServed }.map(\.value.practice)
        let noRecords: Remark? =
            tally.signs.channelRecords || tally.signs.contentRecords ? nil : .noPreferenceRows
        func share(_ missing: Remark?, _ holds: (ServicePractice) -> Bool) -> Measure {
            if let missing { return .absent(.d16, because: missing) }
            guard !practices.isEmpty else { return .absent(.d16, because: .noServiceInScope) }
            return .rate(practices.count(where: holds), of: practices.count, .d16)
        }
        let noRouting: Remark? = tally.signs.routing ? nil : .noRouting
        let knowsPrompts = tally.signs.channelPrompts || tally.signs.contentPrompts
        let noPrompts: Remark? = noRecords ?? (knowsPrompts ? nil : .noPromptsOfServices)
        let unasked = practices.count(where: \.collectsUnasked)
        func asks(_ holds: (ServicePractice) -> Bool) -> Measure {
            var share = share(noPrompts, holds)
            if share.value != nil, unasked > 0 { share.caveats.append(.servicesCollectUnasked(unasked)) }
            return share
        }
        return PreferencesResult.SurveyForm(
            services: practices.count,
            collectChannel: share(noRecords) { $0.collectsChannel },
            useChannel: share(noRecords ?? noRouting) { $0.collectsChannel && $0.usesChannel },
            captureContent: share(noRecords) { $0.capturesContent },
            useContent: share(noRecords ?? noTailoring) { $0.usesContent },
            askBoth: asks { $0.asksChannel && $0.asksContent },
            askNothing: asks { !$0.asksChannel && !$0.asksContent }
        )
    }

    private var facts: [Receipt.Fact] {
        [
            Receipt.Fact(.outboundContacts, .count(tally.totals.contacts)),
            Receipt.Fact(.contactsToPreferrers, .count(tally.overall.contactsToCaptured)),
            Receipt.Fact(.contactsToChoosers, .count(tally.overall.contactsToChoosers)),
            Receipt.Fact(.preferencesAsOf, .time(tally.asOf)),
        ]
    }

    private var notes: [Remark] {
        var notes: [Remark] = []
        if tally.signs.isFromTrait {
            notes.append(.preferencesFromTrait)
        }
        if tally.totals.contactsWithoutChannel > 0 {
            notes.append(.contactsWithoutChannel(tally.totals.contactsWithoutChannel))
        }
        if tally.signs.consents, missing == nil {
            notes.append(.contactPointsAssumed)
        }
        return notes
    }
}
