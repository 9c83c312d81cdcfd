import JourneyModel
import TestSupport

/// What maturity measures of journeys (D18, D20) but hand-offs, as it is written.
struct ReferenceJourneys {
    let transactions: ReferenceTransactions
    let kept: [EventRecord]
    let horizon: Timestamp
    let range: TimeRange

    private func isOutbound(_ event: EventRecord) -> Bool { event.named(Dimension.direction) == "outbound" }

    private func isOwn(_ event: EventRecord) -> Bool {
        event.named(Dimension.channel) != nil && !isOutbound(event)
    }

    private func kind(_ channel: String?) -> Channel.Kind? { channel.flatMap { Channel.kind(ofName: $0) } }

    /// E3: digital completions in range whose seven days are over, and those after which nobody got in touch with staff.
    func selfService(_ all: [ReferenceTransactions.Found]) -> (digital: Int, selfServed: Int) {
        var (digital, selfServed) = (0, 0)
        for one in all where !one.isAnonymous && kind(one.channel) == .digital {
            guard let end = one.end.map({ Timestamp(milliseconds: $0) }), range.contains(end) else { continue }
            let until = end.advanced(by: 7 * .day)
            if until > horizon { continue }
            digital += 1
            let own = transactions.sorted(
                kept.filter { one.person != nil ? $0.person == one.person : $0.caseID == one.caseID }
            )
            let isAlone = !transactions.contacts(own).map { own[$0[0]] }.contains { contact in
                contact.time > end && contact.time <= until && contact.named(Dimension.service) == one.service
            }
            if isAlone { selfServed += 1 }
        }
        return (digital, selfServed)
    }

    /// O1: persons who used several channels of one service, and those of them with a case on several.
    func linkage() -> (several: Int, linked: Int) {
        let own = kept.filter { isOwn($0) && range.contains($0.time) && $0.person != nil }
        func channels(_ events: [EventRecord]) -> Int { Set(events.map { $0.named(Dimension.channel) }).count }
        let cases = Dictionary(grouping: own.filter { $0.caseID != nil }, by: \.caseID)
        let linkedCases = Set(cases.filter { channels($0.value) > 1 }.keys)
        var (several, linked) = (0, 0)
        for events in Dictionary(grouping: own, by: \.person).values {
            let services = Dictionary(grouping: events) { $0.named(Dimension.service) }
            guard services.values.contains(where: { channels($0) > 1 }) else { continue }
            several += 1
            if events.contains(where: { $0.caseID != nil && linkedCases.contains($0.caseID) }) { linked += 1 }
        }
        return (several, linked)
    }
}
