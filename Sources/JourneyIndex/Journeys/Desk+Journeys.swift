import JourneyModel

extension Desk {
    /// - Throws: `CancellationError`.
    func rules(_ bench: Workbench) async throws -> ServiceRules {
        if let rules = kept(ServiceRules.self) { return rules }
        return keep(try await RuleScan.rules(of: bench))
    }

    /// - Throws: `CancellationError`.
    func scatteredCases(_ bench: Workbench) throws -> ScatteredCases {
        if let cases = kept(ScatteredCases.self) { return cases }
        return keep(try ScatteredCases(bench))
    }

    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func ground(_ bench: Workbench, _ scope: Scope) async throws -> JourneyGround {
        let key = Desk.key(scope)
        let grounds = latest(JourneyGround.self, by: Scope.self)
        if var known = grounds.first(where: { $0.key == key })?.value {
            known.scope = scope
            return known
        }
        let alike = grounds.last { $0.key.filters == scope.filters && $0.key.asOf == scope.asOf }
        let ground = try await JourneyGround(bench, scope, rules: rules(bench), mask: alike?.value.mask)
        return keep(ground, for: key)
    }

    /// Equal for scopes of which journeys are told alike: they are always of the store's own unit.
    static func key(_ scope: Scope) -> Scope {
        var key = scope
        key.unit = nil
        return key
    }
}
