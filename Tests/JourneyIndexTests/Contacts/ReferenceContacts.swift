import JourneyModel
import TestSupport

/// D18 as it is written.
struct ReferenceContacts {
    struct Answer {
        var inbound = 0
        var chases = 0
        var repeats = 0
        var avoidable = 0
        var lost: [String: Int] = [:]
        var leaks: [String: Int] = [:]
        /// What the contacts of leaks cost by their own account.
        var costs: [String: Double] = [:]
        /// Whose attempts they were, by service.
        var leaking: [String: Set<String>] = [:]
    }

    let transactions: ReferenceTransactions
    /// What the scope keeps; the rules of the services are those of the whole store.
    private let kept: [EventRecord]
    private let horizon: Timestamp
    /// What decided the channels of completed transactions (D13).
    private let decided: Set<EventRecord>
    /// Whoever is a subject: persons, or cases where no event has a person.
    private let subject: (EventRecord) -> String?

    init(_ builder: SnapshotBuilder, horizon: Timestamp? = nil, where keeps: (EventRecord) -> Bool = { _ in true }) {
        transactions = ReferenceTransactions(builder)
        kept = transactions.records.filter(keeps)
        decided = Set(transactions.all(where: keeps).filter { $0.end != nil }.compactMap(\.main))
        self.horizon = horizon ?? transactions.records.map(\.time).max() ?? Timestamp(milliseconds: 0)
        let hasPeople = builder.records.contains { $0.person != nil }
        subject = hasPeople ? { $0.person } : { $0.caseID }
    }

    private func kind(_ event: EventRecord) -> Channel.Kind? {
        guard event.named(Dimension.direction) != "outbound" else { return nil }
        return event.named(Dimension.channel).flatMap { Channel.kind(ofName: $0) }
    }

    private func closes(_ event: EventRecord) -> Bool {
        let outcome = event.named(Dimension.outcome) ?? ""
        return Outcome.completed.contains(outcome) || Outcome.failed.contains(outcome)
    }

    func answer(_ range: TimeRange) -> Answer {
        var answer = Answer()
        let groups = Dictionary(grouping: kept.filter { subject($0) != nil }) {
            [subject($0), $0.named(Dimension.service)]
        }
        for events in groups.values { add(transactions.sorted(events), range, &answer) }
        answer.inbound += kept.count { event in
            subject(event) == nil && transactions.isAssistedInbound(event) && transactions.isContact([event])
                && range.contains(event.time)
        }
        return answer
    }

    private func add(_ events: [EventRecord], _ range: TimeRange, _ answer: inout Answer) {
        let contacts = transactions.contacts(events)
        var leaking: Set<Int> = []
        let service = events.first?.named(Dimension.service) ?? Dimension.notSet
        for (start, contact) in lostAttempts(events, contacts) {
            if let contact { leaking.insert(contact) }
            guard range.contains(events[start].time) else { continue }
            answer.lost[service, default: 0] += 1
            guard let contact else { continue }
            answer.leaks[service, default: 0] += 1
            let costs = contacts[contact].compactMap { events[$0].cost }
            if !costs.isEmpty { answer.costs[service, default: 0] += costs.reduce(0, +) }
            if let name = subject(events[start]) { answer.leaking[service, default: []].insert(name) }
        }
        for (place, contact) in contacts.enumerated() where range.contains(events[contact[0]].time) {
            answer.inbound += 1
            let (chase, again) = (isChase(events, contact[0]), isRepeat(events, contact, contacts))
            if chase { answer.chases += 1 }
            if again { answer.repeats += 1 }
            if chase || again || leaking.contains(place) { answer.avoidable += 1 }
        }
    }

    /// Positions of the start of each lost attempt, and the number of the contact that followed.
    private func lostAttempts(_ events: [EventRecord], _ contacts: [[Int]]) -> [(start: Int, contact: Int?)] {
        let digital = events.indices.filter { kind(events[$0]) == .digital }
        var found: [(Int, Int?)] = []
        var next = 0
        while next < digital.count {
            let start = digital[next]
            guard transactions.has(events[start], .start) else {
                next += 1
                continue
            }
            var attempt = [start]
            next += 1
            while !attempt.contains(where: { isDone(events[$0]) }), next < digital.count,
                events[digital[next]].time.since(events[attempt[attempt.count - 1]].time) <= 24 * .hour
            {
                attempt.append(digital[next])
                next += 1
            }
            let last = attempt[attempt.count - 1]
            let limit = events[last].time.advanced(by: 24 * .hour)
            if limit > horizon || attempt.contains(where: { isDone(events[$0]) || decided.contains(events[$0]) }) {
                continue
            }
            let contact = contacts.firstIndex { $0[0] > last && events[$0[0]].time <= limit }
            found.append((start, contact))
        }
        return found
    }

    /// Completed or submitted, so that nobody calls the attempt lost.
    private func isDone(_ event: EventRecord) -> Bool {
        let fails =
            transactions.has(event, .failure) || Outcome.failed.contains(event.named(Dimension.outcome) ?? "")
        return transactions.completes(event) || transactions.has(event, .submit) && !fails
    }

    private func isChase(_ events: [EventRecord], _ contact: Int) -> Bool {
        let event = events[contact]
        if closes(event) { return false }
        let service = event.named(Dimension.service)
        let own = transactions.records.filter { $0.named(Dimension.service) == service }
        let recordsOutcomes = own.contains { closes($0) && !transactions.has($0, .end) }
        let hasSubmit = own.contains { transactions.has($0, .submit) }
        let hasEnd = transactions.hasEnd(service)
        let isEverCompleted = own.contains { event in
            transactions.has(event, .end) || Outcome.completed.contains(event.named(Dimension.outcome) ?? "")
        }
        func opens(_ event: EventRecord) -> Bool {
            let isSubmitted = transactions.has(event, .submit) && event.named(Dimension.direction) != "outbound"
            if isSubmitted, recordsOutcomes || isEverCompleted { return true }
            guard recordsOutcomes else { return false }
            return hasEnd ? transactions.has(event, .end) : !hasSubmit && transactions.has(event, .start)
        }
        // Where nothing but the end has an outcome, the end is the outcome of what was submitted.
        func decides(_ event: EventRecord) -> Bool {
            closes(event) || hasSubmit && !recordsOutcomes && transactions.completes(event)
        }
        return events[..<contact].indices.contains { index in
            guard opens(events[index]), events[index].time < event.time else { return false }
            if events[index..<contact].contains(where: decides) { return false }
            let gaps = zip(events[index...contact], events[index...contact].dropFirst())
            return events[index].caseID != nil || gaps.allSatisfy { $1.time.since($0.time) <= 28 * .day }
        }
    }

    private func isRepeat(_ events: [EventRecord], _ contact: [Int], _ contacts: [[Int]]) -> Bool {
        func reason(_ contact: [Int]) -> String? { contact.compactMap { events[$0].named(Dimension.reason) }.last }
        return contacts.contains { earlier in
            guard earlier[earlier.count - 1] < contact[0],
                earlier.contains(where: { events[$0].named(Dimension.outcome) == Outcome.resolved })
            else { return false }
            let reasons = Set([reason(earlier), reason(contact)].compactMap { $0 })
            let pause = events[contact[0]].time.since(events[earlier[earlier.count - 1]].time)
            return pause <= 7 * .day && reasons.count <= 1
        }
    }
}
