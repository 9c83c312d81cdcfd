import JourneyModel
import Synchronization
import Tallies

/// What questions about journeys share, made when the first needs it: what depends on the store alone is kept, of what
/// belongs to a scope only the latest few. Of the size of events it keeps no more than a bit for each, and that only under
/// filters.
final class JourneyDesk: Sendable {
    private let kept = Mutex(Kept())

    private struct Kept {
        var rules: ServiceRules?
        var subjects: SubjectCount?
        var scattered: ScatteredCases?
        var sides: SideHistories?
        var grounds = Recent<Scope, JourneyGround>()
        var tallies = Recent<TransactionQuestion, TransactionTally>()
        var preferences = Recent<Scope, PreferenceCounts>()
        var handOffs = Recent<Scope, HandOffsTally>()
    }
}

/// The latest few values, oldest first.
private struct Recent<Key: Equatable, Value> {
    private static var limit: Int { 4 }
    private(set) var entries: [(key: Key, value: Value)] = []

    subscript(key: Key) -> Value? {
        entries.first { $0.key == key }?.value
    }

    mutating func keep(_ value: Value, for key: Key) {
        entries.removeAll { $0.key == key }
        entries.append((key, value))
        if entries.count > Recent.limit { entries.removeFirst() }
    }
}

extension JourneyDesk {
    func rules(_ analyst: ColumnarAnalyst) async throws -> ServiceRules {
        if let rules = kept.withLock({ $0.rules }) { return rules }
        let rules = try await RuleScan.rules(of: analyst)
        kept.withLock { $0.rules = rules }
        return rules
    }

    func subjects(_ analyst: ColumnarAnalyst) async throws -> SubjectCount {
        if let subjects = kept.withLock({ $0.subjects }) { return subjects }
        let subjects = try await SubjectCount.of(analyst)
        kept.withLock { $0.subjects = subjects }
        return subjects
    }

    func scatteredCases(_ analyst: ColumnarAnalyst) throws -> ScatteredCases {
        if let cases = kept.withLock({ $0.scattered }) { return cases }
        let cases = try ScatteredCases(analyst)
        kept.withLock { $0.scattered = cases }
        return cases
    }

    func sides(_ analyst: ColumnarAnalyst) -> SideHistories {
        if let sides = kept.withLock({ $0.sides }) { return sides }
        let sides = SideHistories(analyst.source)
        kept.withLock { $0.sides = sides }
        return sides
    }

    /// - Throws: `AnalysisError.unknownDimension`, `CancellationError`.
    func ground(_ analyst: ColumnarAnalyst, _ scope: Scope) async throws -> JourneyGround {
        let key = JourneyDesk.key(scope)
        let (known, mask) = kept.withLock { kept in
            let alike = kept.grounds.entries.last { entry in
                entry.key.filters == scope.filters && entry.key.asOf == scope.asOf
            }
            return (kept.grounds[key], alike?.value.mask)
        }
        if var known {
            known.scope = scope
            return known
        }
        let ground = try await JourneyGround(analyst, scope, rules: rules(analyst), mask: mask)
        kept.withLock { $0.grounds.keep(ground, for: key) }
        return ground
    }

    /// What became of the transactions of `ground`.
    ///
    /// - Throws: `CancellationError`.
    func transactions(
        _ analyst: ColumnarAnalyst,
        _ ground: JourneyGround,
        every: PeriodLength? = nil,
        trait: IndexedDimension? = nil
    ) async throws -> TransactionTally {
        let scope = JourneyDesk.key(ground.scope)
        let known = kept.withLock { kept in
            kept.tallies.entries.last { $0.key.scope == scope && $0.value.answers(every: every, trait: trait) }
        }
        if let known { return known.value }
        let question = TransactionQuestion(scope: scope, every: every ?? .month, trait: trait?.name)
        let plan = TransactionPlan(analyst, ground, every: question.every, trait: trait)
        let tally = try await TransactionFinder.tally(analyst, ground, plan, scatteredCases(analyst))
        kept.withLock { $0.tallies.keep(tally, for: question) }
        return tally
    }

    /// - Throws: `CancellationError`.
    func preferences(_ analyst: ColumnarAnalyst, _ ground: JourneyGround) async throws -> PreferenceCounts {
        let scope = JourneyDesk.key(ground.scope)
        if let known = kept.withLock({ $0.preferences[scope] }) { return known }
        let counts = try await PreferenceScan.counts(analyst, ground, sides(analyst))
        kept.withLock { $0.preferences.keep(counts, for: scope) }
        return counts
    }

    /// Of a scope that is told alike: what the answer says of its own scope is the asker's to say.
    ///
    /// - Throws: `CancellationError`.
    func handOffs(_ analyst: ColumnarAnalyst, _ ground: JourneyGround) async throws -> HandOffsTally {
        let scope = JourneyDesk.key(ground.scope)
        if let known = kept.withLock({ $0.handOffs[scope] }) { return known }
        let tally = try await HandOffsTally.counted(analyst, ground, scatteredCases(analyst))
        kept.withLock { $0.handOffs.keep(tally, for: scope) }
        return tally
    }

    /// Equal for scopes of which journeys are told alike: they are always of the store's own unit.
    private static func key(_ scope: Scope) -> Scope {
        var key = scope
        key.unit = nil
        return key
    }
}

/// By what a tally is known.
struct TransactionQuestion: Equatable, Sendable {
    let scope: Scope
    let every: PeriodLength
    let trait: String?
}
