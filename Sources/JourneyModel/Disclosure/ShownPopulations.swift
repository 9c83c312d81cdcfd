import Synchronization

/// Whom the views shown so far counted: two of them that differ by a few would show those few to whoever subtracts one from
/// the other (D25, rule 7). It lasts for a session of the dashboard, or for one document.
public final class ShownPopulations: Sendable {
    private struct Population: Hashable {
        var scope: Scope
        var subjects: Int
    }

    private let shown = Mutex<Set<Population>>([])

    public init() {}

    /// Takes note of the view that `receipt` is of.
    ///
    /// - Throws: `AnalysisError.invalid` where one of the views shown so far is of the same people but for 1 to k - 1: that is,
    ///   where the scope of one lies within that of the other, and their numbers differ by so few.
    func show(_ receipt: Receipt, _ policy: DisclosurePolicy) throws(AnalysisError) {
        var scope = receipt.scope
        // Whether the unit was chosen or is the usual one, it is the same people.
        scope.unit = receipt.unit
        let next = Population(scope: scope, subjects: receipt.subjects)
        let isFound = shown.withLock { shown in
            let isFound = shown.contains { known in
                (1..<policy.lowest).contains(abs(known.subjects - next.subjects)) && known.scope != next.scope
                    && (known.scope.isWithin(next.scope) || next.scope.isWithin(known.scope))
            }
            if !isFound { shown.insert(next) }
            return isFound
        }
        guard isFound else { return }
        throw AnalysisError.invalid(
            "protected: this differs from a view shown before by fewer than \(policy.lowest) \(receipt.unit.rawValue)s",
            hint: "D25: subtracting one from the other would show them; choose another filter or period"
        )
    }
}

extension Scope {
    /// Whatever this scope counts, `other` counts too, as far as the two say.
    func isWithin(_ other: Scope) -> Bool {
        guard unit == other.unit else { return false }
        let starts = isBound(range.from, other.range.from, >=)
        let ends = isBound(range.to, other.range.to, <=)
        let isKnown = isBound(asOf, other.asOf, <=)
        return starts && ends && isKnown
            && other.filters.allSatisfy { wide in filters.contains { $0.isWithin(wide) } }
    }

    /// What has no bound takes in everything.
    private func isBound(
        _ own: Timestamp?,
        _ other: Timestamp?,
        _ isInside: (Timestamp, Timestamp) -> Bool
    ) -> Bool {
        guard let other else { return true }
        return own.map { isInside($0, other) } ?? false
    }
}

extension Filter {
    /// Whatever this filter keeps, `other` keeps too.
    func isWithin(_ other: Filter) -> Bool {
        guard dimension == other.dimension else { return false }
        let (own, others) = (Set(values), Set(other.values))
        return switch (isNegated, other.isNegated) {
        case (false, false): own.isSubset(of: others)
        case (true, true): own.isSuperset(of: others)
        case (false, true): own.isDisjoint(with: others)
        case (true, false): false
        }
    }
}
