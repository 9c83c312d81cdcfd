import JourneyModel
import TestSupport

/// One subject's events in the order of D1, as plain records: what the references read.
struct ReferenceJourney {
    var subject: String
    var events: [EventRecord]

    /// The subjects of `unit` by their name; sessions and attempts are told apart event by event (D10).
    static func journeys(_ records: [EventRecord], by unit: CountingUnit) -> [ReferenceJourney] {
        let sorted = records.enumerated().sorted { left, right in
            let a = (left.element.time.milliseconds, left.element.sequence ?? 0, Int64(left.offset))
            let b = (right.element.time.milliseconds, right.element.sequence ?? 0, Int64(right.offset))
            return a < b
        }
        var found: [ReferenceJourney] = []
        for (_, event) in sorted {
            guard let key = key(of: event, unit) else { continue }
            let gap: Milliseconds? = unit == .attempt ? 28 * .day : unit == .session ? 30 * .minute : nil
            let isNamed = unit == .session && event.session != nil
            let last = found.lastIndex { $0.subject == key }
            if let last, isNamed || gap == nil || isNear(found[last], event, gap ?? 0) {
                found[last].events.append(event)
            } else {
                found.append(ReferenceJourney(subject: key, events: [event]))
            }
        }
        return found
    }

    private static func isNear(_ journey: ReferenceJourney, _ event: EventRecord, _ gap: Milliseconds) -> Bool {
        guard let last = journey.events.last else { return false }
        return event.time.milliseconds - last.time.milliseconds <= gap
    }

    private static func key(of event: EventRecord, _ unit: CountingUnit) -> String? {
        switch unit {
        case .person: event.person
        case .case: event.caseID
        case .session: event.session.map { "session \($0)" } ?? event.person.map { "person \($0)" }
        case .attempt: event.person.map { "\($0) at \(event.value(Dimension.service) ?? "no service")" }
        }
    }
}

extension EventRecord {
    func value(_ dimension: String) -> String? {
        (dimensions + traits).first { $0.name == dimension }?.value
    }

    var touchpoint: String { value(Dimension.touchpoint) ?? "" }

    /// Whether all conditions hold, read word for word from the rules of `Filter`.
    func meets(_ filters: [Filter]) -> Bool {
        filters.allSatisfy { filter in
            filter.values.contains(value(filter.dimension) ?? Dimension.notSet) != filter.isNegated
        }
    }

    func meets(_ predicate: StepPredicate) -> Bool {
        touchpoint == predicate.touchpoint && meets(predicate.filters)
    }

    func meets(_ step: FunnelStep) -> Bool {
        step.alternatives.contains { meets($0) }
    }
}
