import JourneyModel
import Tallies

extension FunnelQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> FunnelTally { try await index.funnel(self) }
}

extension Workbench {
    /// How many subjects get how far (D1 to D6). The rules' fine print is in `ChainSearch` and `SubjectFunnel`.
    ///
    /// With unit "attempt", the attempts of each person count (of each case where the store knows no persons), one after
    /// another. Under order any, the k-th step of the answer is the k-th step taken, whichever it was.
    ///
    /// - Throws: `AnalysisError`; `CancellationError`.
    fileprivate func funnel(_ query: FunnelQuery) async throws -> FunnelTally {
        let input = try funnelInput(query)
        let selection = input.selection
        let plan = input.plan
        var tally = FunnelTally(
            scope: selection.tally(events: selection.mask.count, subjects: 0),
            notes: plan.steps.notes + plan.exclusions.notes,
            whole: FunnelCounts(depth: plan.depth, optionals: plan.optionals.count)
        )
        for part in try await parts(input) { part.add(to: &tally) }
        return tally
    }

    /// What the scan of a funnel reads.
    ///
    /// - Throws: `AnalysisError`.
    func funnelInput(_ query: FunnelQuery) throws -> FunnelScan.Input {
        let unit = query.scope.unit == .attempt ? defaultUnit : query.scope.unit
        let selection = try select(query.scope, unit: unit, appliesRange: query.stepsInPeriod)
        let plan = try FunnelPlan(query, events: selection.projection.events, range: selection.filter.range)
        return FunnelScan.Input(
            plan: plan,
            selection: selection,
            breakdown: try query.breakdown.map { try source.dimension($0) },
            // Where nobody knows how far the data reach, nobody has had their time.
            horizon: selection.horizon?.milliseconds ?? .min
        )
    }

    private func parts(_ input: FunnelScan.Input) async throws -> [FunnelScan.Part] {
        let projection = input.selection.projection
        guard let funnel = PlainFunnel(input) else {
            return try await projection.scan(
                into: { FunnelScan(input) },
                { scan, subjects in try scan.scan(subjects) },
                result: \.part
            )
        }
        return try await projection.scan(
            into: { PlainFunnelScan(funnel, input) },
            { scan, subjects in try scan.scan(subjects) },
            result: \.part
        )
    }
}
