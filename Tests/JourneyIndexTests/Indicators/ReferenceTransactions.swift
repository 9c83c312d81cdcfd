import JourneyModel
import TestSupport

/// D12 and D10 as they are written: slow and obvious.
struct ReferenceTransactions {
    struct Found: Hashable {
        var service: String?
        var person: String?
        var caseID: String?
        var start: Int64?
        var end: Int64?
        var endChannel: String?
        var isAnonymous = false
    }

    let records: [EventRecord]
    let roles: [JourneySnapshot.RoleDeclaration]

    init(_ builder: SnapshotBuilder) {
        records = builder.records
        roles = builder.snapshot().roles
    }

    func has(_ record: EventRecord, _ role: TouchpointRole) -> Bool {
        roles.contains { declared in
            declared.role == role && declared.touchpoint == record.named(Dimension.touchpoint)
                && (declared.service == nil || declared.service == record.named(Dimension.service))
        }
    }

    func hasEnd(_ service: String?) -> Bool {
        records.contains { $0.named(Dimension.service) == service && has($0, .end) }
    }

    func completes(_ record: EventRecord) -> Bool {
        let outcome = record.named(Dimension.outcome) ?? ""
        if hasEnd(record.named(Dimension.service)) { return has(record, .end) && !Outcome.failed.contains(outcome) }
        return Outcome.completed.contains(outcome)
    }

    /// In the order of D1.
    func sorted(_ records: [EventRecord]) -> [EventRecord] {
        records.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }

    func all(where keeps: (EventRecord) -> Bool = { _ in true }) -> [Found] {
        let kept = records.filter(keeps)
        var found: [Found] = []
        for events in Dictionary(grouping: kept.filter { $0.caseID != nil }, by: \.caseID).values {
            found += ofCase(sorted(events))
        }
        let loose = kept.filter { $0.caseID == nil && $0.person != nil }
        let groups = Dictionary(grouping: loose) { [$0.person, $0.named(Dimension.service)] }
        for events in groups.values { found += ofPerson(sorted(events)) }
        for event in kept where event.caseID == nil && event.person == nil && completes(event) {
            found.append(transaction(nil, event))
        }
        return found
    }

    private func ofCase(_ events: [EventRecord]) -> [Found] {
        guard let start = events.firstIndex(where: { has($0, .start) }) else {
            return events.first(where: completes).map { [transaction(nil, $0)] } ?? []
        }
        let early = events[..<start].first(where: completes).map { [transaction(nil, $0)] } ?? []
        return early + [transaction(events[start], events[start...].first(where: completes))]
    }

    private func ofPerson(_ events: [EventRecord]) -> [Found] {
        var runs: [[EventRecord]] = []
        for event in events {
            if let last = runs.last?.last, event.time.since(last.time) <= 28 * .day {
                runs[runs.count - 1].append(event)
            } else {
                runs.append([event])
            }
        }
        return runs.flatMap { run -> [Found] in
            var rest = run[...]
            var found: [Found] = []
            while let start = rest.firstIndex(where: { has($0, .start) }) {
                found += rest[..<start].filter(completes).map { transaction(nil, $0) }
                guard let end = rest[start...].firstIndex(where: completes) else {
                    return found + [transaction(rest[start], nil)]
                }
                found.append(transaction(rest[start], rest[end]))
                rest = rest[(end + 1)...]
            }
            return found + rest.filter(completes).map { transaction(nil, $0) }
        }
    }

    private func transaction(_ start: EventRecord?, _ end: EventRecord?) -> Found {
        let first = start ?? end
        return Found(
            service: first?.named(Dimension.service),
            person: first?.person,
            caseID: first?.caseID,
            start: start?.time.milliseconds,
            end: end?.time.milliseconds,
            endChannel: end.flatMap { $0.named(Dimension.channel) ?? start?.named(Dimension.channel) },
            isAnonymous: first?.person == nil && first?.caseID == nil
        )
    }
}
