import JourneyModel

extension PreferencesQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> PreferencesResult { try await index.preferences(self) }
}

extension ColumnarAnalyst {
    /// Whether people are reached the way they asked for (D16, D17).
    ///
    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func preferences(_ query: PreferencesQuery) async throws -> PreferencesResult {
        let ground = try await desk.ground(self, query.scope)
        return try await PreferencesAnswer(self, ground).result(query)
    }
}

/// The scan's counts as measures, each absent with its reason where the store cannot say.
struct PreferencesAnswer {
    let analyst: ColumnarAnalyst
    let ground: JourneyGround
    let sides: SideHistories
    let counts: PreferenceCounts

    /// - Throws: `CancellationError`.
    init(_ analyst: ColumnarAnalyst, _ ground: JourneyGround) async throws {
        self.analyst = analyst
        self.ground = ground
        sides = analyst.desk.sides(analyst)
        counts = try await analyst.desk.preferences(analyst, ground)
    }

    func result(_ query: PreferencesQuery) -> PreferencesResult {
        let tally = counts.overall
        let expected = missing == nil ? counts.expectedByChance : nil
        let honoured = honoured(tally)
        let rows = ground.services(including: Array(repeating: CompletionTally(), count: counts.services.count))
        return PreferencesResult(
            query: query,
            contacted: tally.contacted,
            asked: asked(tally),
            captured: captured(tally),
            usable: usable(tally),
            used: used(tally),
            honoured: honoured,
            expectedByChance: expected,
            kappa: expected.flatMap { chance in honoured.value.flatMap { kappa(observed: $0, expected: chance) } },
            matrix: matrix,
            contentCaptured: contentCaptured,
            contentUsed: contentUsed,
            stale: counts.stale,
            conflicting: counts.conflicting,
            contactsAfterWithdrawal: counts.breaches,
            consentCoverage: consentCoverage,
            consents: consentRows,
            peopleNotUsed: counts.peopleNotUsed,
            peopleNotHonoured: counts.peopleNotHonoured,
            peopleContactedAfterWithdrawal: counts.peopleBreached,
            services: serviceRows,
            survey: survey(rows.filter { $0 > 0 }),
            receipt: ground.receipt(
                [.d16, .d17, .d22],
                events: ground.events,
                subjects: ground.subjects,
                facts: facts,
                notes: notes
            )
        )
    }

    /// Why nothing can be said of preferences at all.
    private var missing: String? {
        if let reason = noContacts { return reason }
        return sides.channels.hasCaptured || sides.channels.knowsPrompts
            ? nil : "no preferences are recorded; import preference rows, or map a trait preferred_channel"
    }

    private var noContacts: String? {
        if counts.overall.contacted > 0 { return nil }
        if analyst.source.dimensionIfAny(Dimension.direction) == nil {
            return
                "no event says its direction; map a column to direction with the value outbound for contacts to people"
        }
        return "no person had an outbound contact in this scope"
    }

    private func asked(_ tally: PreferenceCounts.Tally) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        if sides.channels.isFromTrait {
            return .absent(.d16, because: "preferences come from a trait, which does not say who was asked")
        }
        let caveats = sides.channels.knowsPrompts ? [] : ["no prompts are recorded: only who answered counts as asked"]
        return .rate(tally.asked, of: tally.contacted, .d16, caveats: caveats)
    }

    private func captured(_ tally: PreferenceCounts.Tally) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        return .rate(tally.captured, of: tally.contacted, .d16)
    }

    private func usable(_ tally: PreferenceCounts.Tally) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        if sides.consents.isEmpty {
            return .absent(.d16, because: "no consent for communication is recorded, and missing is never granted")
        }
        return .rate(tally.usable, of: tally.contacted, .d16)
    }

    private func used(_ tally: PreferenceCounts.Tally) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        if analyst.source.dimensionIfAny(Dimension.routing) == nil {
            return .absent(
                .d16,
                because:
                    "no contact says what routed it; map a column to routing with the value preference where it was one"
            )
        }
        guard tally.contactsToCaptured > 0 else {
            return .absent(.d16, because: "nobody contacted had given a preference")
        }
        return .rate(tally.cited, of: tally.contactsToCaptured, .d16)
    }

    private func honoured(_ tally: PreferenceCounts.Tally) -> Measure {
        if let missing { return .absent(.d16, because: missing) }
        guard tally.contactsToChoosers > 0 else {
            return .absent(.d16, because: "nobody contacted had chosen a channel")
        }
        return .rate(tally.honoured, of: tally.contactsToChoosers, .d16)
    }

    private var matrix: [PreferencesResult.Cell] {
        counts.matrix.map { cell in
            PreferencesResult.Cell(
                preferred: sides.channelName(cell.preferred),
                used: sides.channelName(cell.used),
                contacts: cell.contacts
            )
        }.sorted { ($0.preferred, $0.used) < ($1.preferred, $1.used) }
    }

    private var noContent: String? {
        noContacts ?? (sides.content.hasCaptured ? nil : "no content preferences are recorded")
    }

    private var contentCaptured: Measure {
        if let noContent { return .absent(.d16, because: noContent) }
        return .rate(counts.contentCaptured, of: counts.overall.contacted, .d16)
    }

    private var noTailoring: String? {
        analyst.source.dimensionIfAny(Dimension.tailored) == nil
            ? "no contact says whether it was tailored; map a column to tailored" : nil
    }

    private var contentUsed: Measure {
        if let reason = noContent ?? noTailoring { return .absent(.d16, because: reason) }
        guard counts.contactsToContent > 0 else {
            return .absent(.d16, because: "nobody contacted had given a content preference")
        }
        return .rate(counts.tailoredToContent, of: counts.contactsToContent, .d16)
    }

    /// Of persons asked for consent by the end of the range, whether contacted or not: those who refused are rightly never
    /// contacted.
    var consentCoverage: Measure {
        if sides.consents.isEmpty { return .absent(.d17, because: "no consent for communication is recorded") }
        let traits = PersonTraits(analyst.source, filters: ground.scope.filters)
        return granted(sides.consents, traits)
            ?? .absent(.d17, because: "nobody had been asked for consent by then")
    }

    private var consentRows: [PreferencesResult.ConsentRow] {
        let traits = PersonTraits(analyst.source, filters: ground.scope.filters)
        return sides.consentsByPurpose.compactMap { purpose, history in
            granted(history, traits).map { PreferencesResult.ConsentRow(purpose: purpose, granted: $0) }
        }.sorted { (-($0.granted.denominator ?? 0), $0.purpose) < (-($1.granted.denominator ?? 0), $1.purpose) }
    }

    /// Nil where nobody had been asked by then.
    private func granted(_ history: ConsentHistory, _ traits: PersonTraits) -> Measure? {
        let limit = ground.stateTime
        var asked = 0
        var granted = 0
        history.forEachPerson { person, first in
            guard first <= limit, traits.keeps(code: person) else { return }
            asked += 1
            if history.isGrantedAnywhere(person, at: limit) { granted += 1 }
        }
        return asked > 0 ? .rate(granted, of: asked, .d17) : nil
    }

    private var serviceRows: [PreferencesResult.ServiceRow] {
        counts.services.enumerated().compactMap { index, tally in
            guard tally.contacted > 0 else { return nil }
            return PreferencesResult.ServiceRow(
                service: ground.rules.serviceName(Int32(index) - 1),
                contacted: tally.contacted,
                asked: asked(tally),
                captured: captured(tally),
                used: used(tally),
                honoured: honoured(tally)
            )
        }.sorted { $0.contacted != $1.contacted ? $0.contacted > $1.contacted : $0.service < $1.service }
    }

    /// Services as units, so that the figures stand beside those of the 2014 survey (D16).
    private func survey(_ services: [Int]) -> PreferencesResult.SurveyForm {
        let practices = services.map { counts.practices[$0] }
        let noRecords =
            sides.channels.isEmpty && sides.content.isEmpty
            ? "no preferences are recorded; import preference rows to see it" : nil
        func share(_ missing: String?, _ holds: (PreferenceCounts.Practice) -> Bool) -> Measure {
            if let missing { return .absent(.d16, because: missing) }
            guard !practices.isEmpty else { return .absent(.d16, because: "no event in this scope names a service") }
            return .rate(practices.count(where: holds), of: practices.count, .d16)
        }
        let noRouting =
            analyst.source.dimensionIfAny(Dimension.routing) == nil ? "no contact says what routed it" : nil
        return PreferencesResult.SurveyForm(
            services: services.count,
            collectChannel: share(noRecords) { $0.collectsChannel },
            useChannel: share(noRecords ?? noRouting) { $0.collectsChannel && $0.usesChannel },
            captureContent: share(noRecords) { $0.capturesContent },
            useContent: share(noRecords ?? noTailoring) { $0.usesContent },
            askBoth: share(noRecords) { $0.asksChannel && $0.asksContent },
            askNothing: share(noRecords) { !$0.asksChannel && !$0.asksContent }
        )
    }

    private var facts: [Receipt.Fact] {
        [
            Receipt.Fact("outbound contacts", .count(counts.contacts)),
            Receipt.Fact("… to persons with a preference", .count(counts.overall.contactsToCaptured)),
            Receipt.Fact("… to persons who chose a channel", .count(counts.overall.contactsToChoosers)),
            Receipt.Fact(
                "preferences and consents as of",
                .time(ground.horizon.map { _ in Timestamp(milliseconds: ground.stateTime) })
            ),
        ]
    }

    private var notes: [String] {
        var notes: [String] = []
        if sides.channels.isFromTrait {
            notes.append("preferences are the trait person.preferred_channel, taken as given since ever")
        }
        if counts.contactsWithoutChannel > 0 {
            let count = NumberText.count(counts.contactsWithoutChannel)
            notes.append("\(count) contacts without a channel are neither honoured nor in the matrix")
        }
        if !sides.consents.isEmpty, missing == nil {
            notes.append("a contact point counts as working unless the last contact on it was not delivered")
        }
        return notes
    }
}
