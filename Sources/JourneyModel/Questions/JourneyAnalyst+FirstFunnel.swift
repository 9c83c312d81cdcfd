extension JourneyAnalyst {
    /// The answer to a funnel; to one without steps, that of the first funnel, which says where its steps come from.
    ///
    /// - Throws: `AnalysisError.invalid` where there are no steps and nothing suggests any; what the analyst throws.
    public func funnel(_ query: FunnelQuery) async throws -> FunnelResult {
        guard query.steps.isEmpty else { return try await answer(query) }
        let first = try await answer(FirstFunnelQuestion())
        guard first.source != nil else {
            throw AnalysisError.invalid(
                "nothing suggests a funnel: there are no roles, and no two touchpoints that most who finish take",
                hint: "name its steps with --step"
            )
        }
        var query = query
        query.steps = first.steps
        query.window = query.window ?? first.within
        return try await answer(query).opened(by: first)
    }
}

extension FunnelResult {
    /// The answer with where its steps come from: also in words, among the notes of its receipt.
    public func opened(by first: FirstFunnel) -> FunnelResult {
        var result = self
        result.first = first
        result.receipt.notes = first.remarks + receipt.notes
        return result
    }
}
