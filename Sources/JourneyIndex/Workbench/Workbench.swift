import JourneyModel
import Synchronization
import Tallies

/// What every scan works on: an index's columns and tables, its events by counting unit, what a scope selects of them, and
/// what questions share. A scan knows this, and nothing of who asks or of other questions.
///
/// The events by another counting unit than the index's own are put in order when the first question needs it. Those of one
/// such unit are kept, the latest: at a million events they take 25 MB, and who looks at one unit rarely looks at three.
final class Workbench: Sendable {
    let source: EventSource
    private let projections = Mutex(Projections())
    /// What questions share.
    let desk = Desk()

    private struct Projections {
        var stored: Projection?
        var other: Projection?
    }

    /// - Parameter facts: What is true of the store that this is a part of; nil where it is all of it.
    init(_ image: IndexImage, facts: StoreFacts? = nil) {
        source = EventSource(image, facts: facts)
    }

    /// The unit that a question without one counts: person where events know persons, else case (commands).
    var defaultUnit: CountingUnit { source.facts?.unit ?? storedUnit }

    /// The unit by which events lie together in the index.
    var storedUnit: CountingUnit { source.image.manifest.unit }

    /// The events of the subjects of `unit`, in the order of D1.
    func projection(_ unit: CountingUnit) -> Projection {
        projections.withLock { kept in
            let stored = kept.stored ?? Projection.asStored(of: source)
            kept.stored = stored
            if unit == stored.unit { return stored }
            if let other = kept.other, other.unit == unit { return other }
            let people = Projection.byCode(.person, of: source, stored: stored)
            let other =
                switch unit {
                case .person: people
                case .case: Projection.byCode(.case, of: source, stored: stored)
                case .session: Projection.sessions(of: source, stored: stored, people: people)
                case .attempt: Projection.attempts(of: source, stored: stored, people: people)
                }
            kept.other = other
            return other
        }
    }

    /// What `scope` selects.
    ///
    /// - Parameters:
    ///   - unit: Counted instead of the scope's own.
    ///   - appliesRange: Whether the range keeps events; a funnel's governs entry only (D3).
    ///   - needsSubjects: Whether nothing can be said without any: volumes can.
    /// - Throws: `AnalysisError.unknownDimension`; `noSubjects` where no event of the store belongs to one.
    func select(
        _ scope: Scope,
        unit: CountingUnit? = nil,
        appliesRange: Bool = true,
        needsSubjects: Bool = true
    ) throws -> ScopeSelection {
        let filter = try ScopeFilter(scope, source: source)
        let projection = projection(unit ?? scope.unit ?? defaultUnit)
        if needsSubjects, !hasSubjects(projection) { throw AnalysisError.noSubjects(projection.unit) }
        return ScopeSelection(
            scope: scope,
            filter: filter,
            projection: projection,
            mask: filter.mask(of: projection.events, appliesRange: appliesRange),
            unassignedMask: filter.mask(of: projection.unassigned, appliesRange: appliesRange),
            horizon: scope.horizon(of: source.horizon),
            later: source.reach.later
        )
    }

    /// The store has subjects of that unit, or nothing at all.
    private func hasSubjects(_ projection: Projection) -> Bool {
        if let facts = source.facts { return !facts.hasEvents || facts.counted.contains(projection.unit) }
        return projection.liveSubjects > 0 || source.count == 0
    }
}
