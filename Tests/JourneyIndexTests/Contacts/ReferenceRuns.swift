import JourneyModel
import TestSupport

/// What a contact is (D18), as it is written.
extension ReferenceTransactions {
    func isAssistedInbound(_ event: EventRecord) -> Bool {
        event.named(Dimension.direction) != "outbound"
            && event.named(Dimension.channel).flatMap { Channel.kind(ofName: $0) } == .assisted
    }

    private func isStep(_ event: EventRecord) -> Bool {
        [TouchpointRole.start, .step, .submit, .end].contains { has(event, $0) }
    }

    /// Contacts are declared for the service, so nothing else is one.
    private func declaresContacts(_ service: String?) -> Bool {
        records.contains { $0.named(Dimension.service) == service && has($0, .contact) }
    }

    func isContact(_ run: [EventRecord]) -> Bool {
        guard let first = run.first, !run.contains(where: isStep) else { return false }
        return run.contains { has($0, .contact) } || !declaresContacts(first.named(Dimension.service))
    }

    /// The contacts among the events of one subject, which are in the order of D1: places in `events`, in the order in which
    /// the contacts begin.
    func contacts(_ events: [EventRecord]) -> [[Int]] {
        let places = events.indices.filter { isAssistedInbound(events[$0]) }
        let groups = Dictionary(grouping: places) {
            [events[$0].named(Dimension.service), events[$0].named(Dimension.channel)]
        }
        var found: [[Int]] = []
        for places in groups.values {
            var rest = places[...]
            for run in runs(places.map { events[$0] }, gap: 30 * .minute) {
                if isContact(run) { found.append(Array(rest.prefix(run.count))) }
                rest = rest.dropFirst(run.count)
            }
        }
        return found.sorted { $0[0] < $1[0] }
    }
}
