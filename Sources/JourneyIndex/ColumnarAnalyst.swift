public import JourneyModel
import Synchronization

/// Answers every question from columns in memory, made once from a store's snapshot.
///
/// A counting unit's projection is built when the first question needs it and kept. The snapshot never changes, so
/// equal questions have equal answers; a newer snapshot is a new analyst.
public final class ColumnarAnalyst: Sendable {
    let source: EventSource
    private let projections = Mutex<[CountingUnit: Projection]>([:])
    private let volume = Mutex<EventColumns?>(nil)

    public init(_ snapshot: JourneySnapshot) {
        source = EventSource(snapshot)
    }

    var snapshot: JourneySnapshot { source.snapshot }

    /// The unit that a question without one counts: person where events know persons, else case (commands).
    var defaultUnit: CountingUnit {
        if snapshot.events.person.contains(where: { $0 >= 0 }) { return .person }
        return snapshot.events.caseID.contains { $0 >= 0 } ? .case : .person
    }

    /// The events of the subjects of `unit`, in the order of D1.
    func projection(_ unit: CountingUnit) -> Projection {
        projections.withLock { kept in
            if let projection = kept[unit] { return projection }
            let projection: Projection
            switch unit {
            case .person, .case:
                projection = Projection.byCode(unit, of: source)
            case .session, .attempt:
                let people = kept[.person] ?? Projection.byCode(.person, of: source)
                kept[.person] = people
                projection =
                    unit == .session
                    ? Projection.sessions(of: source, people: people) : Projection.attempts(of: source, people: people)
            }
            kept[unit] = projection
            return projection
        }
    }

    /// All events in the order of their import, with and without subjects: what volumes count.
    var allEvents: EventColumns {
        volume.withLock { kept in
            if let kept { return kept }
            let columns = EventColumns(source: source, row: Column((0..<source.count).map { Int32($0) }))
            kept = columns
            return columns
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
        if projection.subjects == 0, source.count > 0 { throw AnalysisError.noSubjects(projection.unit) }
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
