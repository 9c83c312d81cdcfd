import JourneyModel
import Tallies

/// An index may be of a part of a store's people: what it counts is added to what others count of theirs. Before any of
/// them counts, all are told what is true of the whole.
extension Workbench {
    /// What this part says of the store, for questions of `scope`.
    ///
    /// - Throws: `CancellationError`.
    func facts(for scope: Scope) async throws -> StoreFacts {
        let manifest = source.image.manifest
        var facts = StoreFacts(
            reach: manifest.reach,
            hasEvents: source.count > 0,
            counted: Set([storedUnit, scope.unit].compactMap { $0 }.filter { projection($0).liveSubjects > 0 }),
            eventValues: Workbench.values(of: manifest.dimensions),
            personTraits: Workbench.values(of: manifest.personTraits),
            caseTraits: Workbench.values(of: manifest.caseTraits),
            roles: Set(manifest.roles),
            channelKinds: manifest.channelKinds,
            services: try await RuleScan.facts(of: self)
        )
        facts.begins = manifest.first.map { Timestamp(milliseconds: $0) }
        facts.hasCases = source.hasCases
        facts.costs = source.costs
        facts.sides = SideHistories.facts(source)
        (facts.first, facts.last) = try await bounds(scope, known: facts)
        return facts
    }

    /// The same index as a part of a store of which `facts` are true, for questions of the scope that these were asked for.
    func part(of facts: StoreFacts) -> Workbench { Workbench(source.image, facts: facts) }

    private static func values(of dimensions: [IndexManifest.Dimension]) -> [String: Set<String>] {
        Dictionary(dimensions.map { ($0.name, Set($0.values).subtracting([""])) }, uniquingKeysWith: { $0.union($1) })
    }

    /// The first and the last event that the scope's filters and as-of time keep. That no event here has a dimension does not
    /// mean that nothing has.
    private func bounds(_ scope: Scope, known facts: StoreFacts) async throws -> (Timestamp?, Timestamp?) {
        var facts = facts
        for name in scope.filters.map(\.dimension) {
            switch Dimension.subject(of: name) {
            case .event: facts.eventValues.merge([name: []]) { known, _ in known }
            case .person: facts.personTraits.merge([name: []]) { known, _ in known }
            case .case: facts.caseTraits.merge([name: []]) { known, _ in known }
            }
        }
        let part = part(of: facts)
        let filter = try ScopeFilter(scope, source: part.source)
        let live = LiveEvents(part)
        let mask = filter.mask(of: live.projection.events, appliesRange: false)
        let services = part.source.dimensionIfAny(Dimension.service)?.values.count ?? 0
        let count = try await GroundCount.of(live, mask, in: filter.range, services: services)
        return (count.first.map { Timestamp(milliseconds: $0) }, count.last.map { Timestamp(milliseconds: $0) })
    }
}
