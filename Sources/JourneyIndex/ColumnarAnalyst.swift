import JourneyModel
import Synchronization

/// Answers every question from an index: columns mapped from files, or in memory.
///
/// A counting unit's projection is built when the first question needs it and kept. An index never changes, so equal
/// questions have equal answers; a newer state of the store is a new analyst.
public final class ColumnarAnalyst: Sendable {
    let source: EventSource
    private let projections = Mutex<[CountingUnit: Projection]>([:])
    /// What questions about journeys share.
    let desk = JourneyDesk()

    public init(_ image: IndexImage) {
        source = EventSource(image)
    }

    /// What the answers are of, and whether they can be believed (`IndexImage.fault`).
    public var image: IndexImage { source.image }

    /// The unit that a question without one counts: person where events know persons, else case (commands).
    var defaultUnit: CountingUnit { source.image.manifest.unit }

    /// The events of the subjects of `unit`, in the order of D1.
    func projection(_ unit: CountingUnit) -> Projection {
        projections.withLock { kept in
            if let projection = kept[unit] { return projection }
            let stored = kept[defaultUnit] ?? Projection.asStored(of: source)
            kept[defaultUnit] = stored
            let projection: Projection
            switch unit {
            case .person, .case:
                projection = Projection.byCode(unit, of: source, stored: stored)
            case .session, .attempt:
                let people = kept[.person] ?? Projection.byCode(.person, of: source, stored: stored)
                kept[.person] = people
                projection =
                    unit == .session
                    ? Projection.sessions(of: source, stored: stored, people: people)
                    : Projection.attempts(of: source, stored: stored, people: people)
            }
            kept[unit] = projection
            return projection
        }
    }

    /// What `scope` selects.
    ///
    /// - Parameters:
    ///   - unit: Counted instead of the scope's own.
    ///   - appliesRange: Whether the range keeps events; a funnel's governs entry only (D3).
    /// - Throws: `AnalysisError.unknownDimension`; `noSubjects` where no event of the store belongs to one.
    func select(_ scope: Scope, unit: CountingUnit? = nil, appliesRange: Bool = true) throws -> ScopeSelection {
        let filter = try ScopeFilter(scope, source: source)
        let projection = projection(unit ?? scope.unit ?? defaultUnit)
        if projection.liveSubjects == 0, source.count > 0 { throw AnalysisError.noSubjects(projection.unit) }
        return ScopeSelection(
            scope: scope,
            filter: filter,
            projection: projection,
            mask: filter.mask(of: projection.events, appliesRange: appliesRange),
            unassignedMask: filter.mask(of: projection.unassigned, appliesRange: appliesRange),
            horizon: scope.asOf ?? source.horizon
        )
    }
}
