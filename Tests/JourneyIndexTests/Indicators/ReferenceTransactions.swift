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
        /// What decides its channel (D13).
        var main: EventRecord?
        /// The same of its first 28 days.
        var mainInTime: EventRecord?
        var isAnonymous = false

        var channel: String? { main?.named(Dimension.channel) }
        var channelInTime: String? { mainInTime?.named(Dimension.channel) }
    }

    let records: [EventRecord]
    let roles: [JourneySnapshot.RoleDeclaration]

    init(_ builder: SnapshotBuilder) {
        records = builder.records
        roles = builder.roles
    }

    func has(_ record: EventRecord, _ role: TouchpointRole) -> Bool {
        roles.contains { declared in
            declared.role == role && declared.touchpoint == record.named(Dimension.touchpoint)
                && declared.holds(in: record.named(Dimension.service))
                && declared.holds(on: record.named(Dimension.channel))
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
            found.append(transaction([event], isStarted: false))
        }
        return found
    }

    private func ofCase(_ events: [EventRecord]) -> [Found] {
        guard let start = events.firstIndex(where: { has($0, .start) }) else {
            return events.firstIndex(where: completes).map { [transaction(events[...$0], isStarted: false)] } ?? []
        }
        let early = events[..<start].firstIndex(where: completes).map { events[...$0] }
        let end = events[start...].firstIndex(where: completes) ?? events.index(before: events.endIndex)
        return (early.map { [transaction($0, isStarted: false)] } ?? []) + [
            transaction(events[start...end], isStarted: true)
        ]
    }

    private func ofPerson(_ events: [EventRecord]) -> [Found] {
        var found: [Found] = []
        for run in runs(events, gap: 28 * .day) {
            var rest = run[...]
            // Each completion ends what led to it; what starts on the way is what it completes.
            while !rest.isEmpty {
                let end = rest.firstIndex(where: completes)
                let part = end.map { rest[...$0] } ?? rest
                if let start = part.firstIndex(where: { has($0, .start) }) {
                    found.append(transaction(part[start...], isStarted: true))
                } else if end != nil {
                    found.append(transaction(part, isStarted: false))
                }
                rest = rest[part.endIndex...]
            }
        }
        return found
    }

    /// `events` cut where nothing happens for longer than `gap`.
    func runs(_ events: [EventRecord], gap: Milliseconds) -> [[EventRecord]] {
        var runs: [[EventRecord]] = []
        for event in events {
            if let last = runs.last?.last, event.time.since(last.time) <= gap {
                runs[runs.count - 1].append(event)
            } else {
                runs.append([event])
            }
        }
        return runs
    }

    /// - Parameter events: from its start, if that was seen, to its completion, or as far as it came.
    private func transaction(_ events: some BidirectionalCollection<EventRecord>, isStarted: Bool) -> Found {
        let end = events.last.flatMap { completes($0) ? $0 : nil }
        let first = isStarted ? events.first : end
        let start = isStarted ? events.first : nil
        let inTime = events.filter { event in start.map { event.time.since($0.time) <= 28 * .day } ?? false }
        return Found(
            service: first?.named(Dimension.service),
            person: first?.person,
            caseID: first?.caseID,
            start: start?.time.milliseconds,
            end: end?.time.milliseconds,
            main: mainInteraction(Array(events)),
            mainInTime: mainInteraction(inTime),
            isAnonymous: first?.person == nil && first?.caseID == nil
        )
    }

    /// D13: the inbound event of role submit, else the last inbound event; never one of staff or a system, but where staff
    /// type in what somebody starts or submits. Where there is none: the last that is not outbound.
    private func mainInteraction(_ events: [EventRecord]) -> EventRecord? {
        let inbound = events.filter { event in
            event.named(Dimension.direction) != "outbound" && event.named(Dimension.channel) != nil
        }
        let own = inbound.filter { event in
            switch event.named(Dimension.actor)?.lowercased() {
            case "system": false
            case nil, "citizen": true
            default: has(event, .start) || has(event, .submit)
            }
        }
        return own.last { has($0, .submit) } ?? own.last ?? inbound.last
    }
}
