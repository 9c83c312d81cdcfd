import JourneyModel

extension FunnelQuery: IndexedQuestion {
    func answer(from index: ColumnarAnalyst) async throws -> FunnelResult { try await index.funnel(self) }
}

extension ColumnarAnalyst {
    /// How many subjects get how far (D1 to D6). The rules' fine print is in `ChainSearch` and `SubjectFunnel`.
    ///
    /// With unit "attempt", the attempts of each person count (of each case where the store knows no persons), one after
    /// another. Under order any, the k-th step of the answer is the k-th step taken, whichever it was.
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    func funnel(_ query: FunnelQuery) async throws -> FunnelResult {
        let input = try funnelInput(query)
        let dimension = try query.breakdown.map { try source.dimension($0) }
        return await answer(query, input, try await counts(input), dimension)
    }

    /// What the scan of a funnel reads.
    ///
    /// - Throws: `AnalysisError`.
    func funnelInput(_ query: FunnelQuery) throws -> FunnelScan.Input {
        let unit = query.scope.unit == .attempt ? defaultUnit : query.scope.unit
        let selection = try select(query.scope, unit: unit, appliesRange: false)
        let plan = try FunnelPlan(query, events: selection.projection.events, range: selection.filter.range)
        return FunnelScan.Input(
            plan: plan,
            selection: selection,
            breakdown: try query.breakdown.map { try source.dimension($0) },
            horizon: selection.horizon?.milliseconds ?? .max
        )
    }

    private func counts(_ input: FunnelScan.Input) async throws -> [FunnelScan.Counts] {
        let projection = input.selection.projection
        guard let funnel = PlainFunnel(input) else {
            return try await projection.scan(
                into: { FunnelScan(input) },
                { scan, subjects in try scan.scan(subjects) },
                result: \.counts
            )
        }
        return try await projection.scan(
            into: { PlainFunnelScan(funnel, input) },
            { scan, subjects in try scan.scan(subjects) },
            result: \.counts
        )
    }

    private func answer(
        _ query: FunnelQuery,
        _ input: FunnelScan.Input,
        _ parts: [FunnelScan.Counts],
        _ dimension: IndexedDimension?
    ) async -> FunnelResult {
        var whole = input.emptyTally
        var groups: [Int32: FunnelTally] = [:]
        for part in parts {
            whole.join(part.whole)
            groups.merge(part.groups) { first, second in
                var both = first
                both.join(second)
                return both
            }
        }
        whole.keep(query.detail)
        groups = groups.mapValues { tally in
            var tally = tally
            tally.keep(query.detail)
            return tally
        }
        let answer = FunnelAnswer(
            plan: input.plan,
            touchpoint: source.dimensionIfAny(Dimension.touchpoint),
            channel: source.dimensionIfAny(Dimension.channel)
        )
        let all = whole
        // The longest sorting of all, beside the others.
        async let timeToConvert = answer.timeToConvert(all)
        async let stepAnswers = answer.stepsSideBySide(all)
        let groupAnswers = dimension.map { answer.groups(groups, of: $0, whole: all) } ?? []
        let steps = await stepAnswers
        return FunnelResult(
            query: query,
            entered: whole.entered,
            converted: whole.converted,
            pending: whole.pending.reduce(0, +),
            dropped: whole.dropped.reduce(0, +),
            steps: steps,
            rateOfAll: .rate(whole.converted, of: whole.entered, .d3),
            rateOfMature: answer.rateOfMature(whole),
            timeToConvert: await timeToConvert,
            groups: groupAnswers,
            receipt: funnelReceipt(input, parts)
        )
    }

    private func funnelReceipt(_ input: FunnelScan.Input, _ parts: [FunnelScan.Counts]) -> Receipt {
        let plan = input.plan
        let query = plan.query
        var facts: [Receipt.Fact] = [
            .init("window", .span(query.window)),
            .init("order", .text(query.order.rawValue)),
            .init("entry", .text(plan.entry.rawValue)),
            .init("ties", .text(query.ties.rawValue)),
            .init("instants with several step events", .count(parts.reduce(0) { $0 + $1.tieGroups })),
        ]
        if plan.hasExclusions {
            let names = query.exclusions.map { FunnelStep([$0.touchpoint]).name }.joined(separator: ", ")
            facts += [
                .init("excluded", .text(names)),
                .init("exclusion policy", .text(query.policy.rawValue)),
                .init("entries met by an exclusion", .count(parts.reduce(0) { $0 + $1.struckEntries })),
                .init("subjects left out", .count(parts.reduce(0) { $0 + $1.subjectsLeftOut })),
            ]
        }
        if query.order == .strict {
            let services = query.interveningEventsOfAllServices ? "every service" : "the entry's service"
            facts.append(.init("intervening events", .text("of \(services)")))
        }
        if let breakdown = query.breakdown {
            facts.append(.init("broken down by", .text("\(breakdown), \(attributionText(query.attribution))")))
        }
        var notes = plan.steps.notes + plan.exclusions.notes
        if query.window == nil { notes.append("without a window nobody is pending: dropped means not converted") }
        if query.breakdown != nil, query.attribution == .allSteps {
            notes.append("a subject may be in several groups, so the groups do not add up to the whole")
        }
        let definitions: [DefinitionID] =
            [.d1, .d2, .d3, .d4] + (plan.hasExclusions ? [.d5] : []) + (query.breakdown == nil ? [] : [.d6]) + [
                .d7, .d9,
            ]
        return input.selection.receipt(
            definitions,
            events: input.selection.mask.count,
            subjects: parts.reduce(0) { $0 + $1.subjects },
            facts: facts,
            notes: notes
        )
    }

    private func attributionText(_ attribution: FunnelQuery.Attribution) -> String {
        switch attribution {
        case .firstTouch: "first touch"
        case .lastTouch: "last touch"
        case .allSteps: "every step"
        case .step(let step): "step \(step)"
        case .earliestEntry: "earliest entry"
        }
    }
}
