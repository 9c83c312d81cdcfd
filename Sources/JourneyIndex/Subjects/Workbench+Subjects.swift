import JourneyModel

extension SubjectsQuery: IndexedQuestion {
    func answer(from index: Workbench) async throws -> SubjectsResult { try await index.subjects(self) }
}

extension Workbench {
    /// The people, or cases, that a figure counts. Whoever counts the figure notes them while counting, so that the list is as
    /// long as the figure says; no name is made but of those returned.
    ///
    /// - Throws: `AnalysisError`; `invalid` for a funnel's step that there is not; `CancellationError`.
    func subjects(_ query: SubjectsQuery) async throws -> SubjectsResult {
        if case .funnel(let funnel, let part) = query.group { return try await subjects(query, funnel, part) }
        let ground = try await desk.ground(self, query.scope)
        let scattered = try desk.scatteredCases(self)
        let history = SubjectHistory(ground.live.projection.events, ground.mask, scattered: scattered)
        let names = SubjectNames(source, showsNames: query.showsNames)
        let consent = AnalyticsConsent(self, asOf: query.scope.asOf)
        let start = SubjectCollector(query, history: history, names: names, consent: consent)
        let found = SubjectCollector.joined(try await collected(query, ground, scattered, start))
        let receipt = ground.receipt(query.group.definitions, events: ground.events, subjects: ground.subjects)
        return answer(query, found, history, names, receipt: receipt)
    }

    /// What every worker found of a group that is not a funnel's; nothing where the store has no such service or channel.
    private func collected(
        _ query: SubjectsQuery,
        _ ground: JourneyGround,
        _ scattered: ScatteredCases,
        _ start: SubjectCollector
    ) async throws -> [SubjectCollector] {
        switch query.group {
        case .funnel: return []
        case .contactedAfterWithdrawal, .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured:
            let sides = desk.sides(self)
            guard let witness = PreferenceWitness(query.group, sides, start) else { return [] }
            return try await PreferenceScan.members(self, ground, sides, witness: witness)
        case .leaked(let service):
            guard let witness = LeakWitness(service: service, ground, start) else { return [] }
            return try await ContactScan.members(self, ground, witness: witness)
        case .dissatisfied(let service):
            var members = start
            try FeedbackScores(self, scope: query.scope).addDissatisfied(service, ground, to: &members)
            return [members]
        case .traitGroup(let trait, _):
            _ = try source.dimension(trait)
            fallthrough
        case .unfinished, .notOnline:
            guard let witness = TransactionWitness(query.group, self, ground, start) else { return [] }
            let plan = TransactionPlan(self, ground, every: .month, trait: nil)
            return try await TransactionFinder.members(self, ground, plan, scattered, witness: witness)
        }
    }

    private func subjects(
        _ query: SubjectsQuery,
        _ funnel: FunnelQuery,
        _ part: FunnelPart
    ) async throws -> SubjectsResult {
        var funnel = funnel
        funnel.scope = query.scope
        if case .group = part {
            guard funnel.breakdown != nil else {
                throw AnalysisError.invalid(
                    "'\(query.group.text)' is a group of a breakdown, and there is none",
                    hint: "say with --by what the funnel is broken down by"
                )
            }
        } else {
            funnel.breakdown = nil
        }
        if let step = part.step, !funnel.steps.indices.contains(step - 1) {
            throw AnalysisError.invalid(
                "the funnel has no step \(step)",
                hint: "it has \(funnel.steps.count) steps, counted from 1"
            )
        }
        let input = try funnelInput(funnel)
        let selection = input.selection
        let history = SubjectHistory(selection.projection.events, selection.mask, scattered: nil)
        let names = SubjectNames(source, showsNames: query.showsNames)
        let consent = AnalyticsConsent(self, asOf: query.scope.asOf)
        let start = SubjectCollector(query, history: history, names: names, consent: consent)
        let parts = try await selection.projection.scan(
            into: { FunnelSubjects(input, part, start) },
            { scan, subjects in try scan.scan(subjects) },
            result: \.members
        )
        let found = SubjectCollector.joined(parts)
        let receipt = selection.receipt(
            query.group.definitions,
            events: selection.mask.count,
            subjects: found.total,
            notes: input.plan.steps.notes + input.plan.exclusions.notes
        )
        return answer(query, found, history, names, receipt: receipt)
    }

    private func answer(
        _ query: SubjectsQuery,
        _ found: SubjectCollector.Found,
        _ history: SubjectHistory,
        _ names: SubjectNames,
        receipt: Receipt
    ) -> SubjectsResult {
        let touchpoints = source.dimensionIfAny(Dimension.touchpoint)
        let channels = source.dimensionIfAny(Dimension.channel)
        let (touchpoint, channel) = (history.events.touchpoint, history.events.channel)
        let isOfPreferences = query.group.definitions.first == .d16 || query.group.definitions.first == .d17
        let reasons = SubjectWhy(query: query, channels: channels, sides: isOfPreferences ? desk.sides(self) : nil)
        let subjects = found.first.map { member in
            let (first, last) = (history.first(member.place), history.last(member.place))
            func name(_ codes: CodeColumn, _ dimension: IndexedDimension?) -> String? {
                guard let last, codes[last] >= 0 else { return nil }
                return dimension?.name(of: codes[last])
            }
            return SubjectsResult.Subject(
                name: names.text(of: member.name),
                events: history.count(member.place),
                first: first.map { Timestamp(milliseconds: history.time($0)) },
                last: last.map { Timestamp(milliseconds: history.time($0)) },
                lastTouchpoint: name(touchpoint, touchpoints),
                lastChannel: name(channel, channels),
                since: Timestamp(milliseconds: member.reason.at),
                why: reasons.why(member.reason)
            )
        }
        return SubjectsResult(
            query: query,
            total: found.total,
            withheld: found.withheld,
            subjects: subjects,
            receipt: receipt
        )
    }
}
