import JourneyModel
import Tallies

/// Which contacts of one subject come back within seven days of one that was marked resolved, for the same reason where
/// both say one (D18b), while its contacts are gone through in the order in which they began.
struct RepeatedContacts {
    /// Contacts that have begun, and may not have ended.
    private var running: [Int] = []
    /// By service's code + 1: for each reason, when a resolved contact ended last.
    private var resolved: [[(reason: Int32, time: Int64)]]
    /// Services with a resolved contact.
    private var touched: [Int] = []

    init(services: Int) {
        resolved = Array(repeating: [], count: services)
    }

    /// Whether the contact at `place` of `contacts` is a repeat: those before it were asked for already.
    mutating func isRepeated(_ place: Int, among contacts: [Contact]) -> Bool {
        let contact = contacts[place]
        for earlier in running where contacts[earlier].last < contact.first { note(contacts[earlier]) }
        running.removeAll { contacts[$0].last < contact.first }
        if contact.isResolved { running.append(place) }
        return resolved[contact.service].contains { resolved in
            (contact.reason < 0 || resolved.reason < 0 || contact.reason == resolved.reason)
                && span(from: resolved.time, to: contact.start) <= ContactsTally.repeatWindow
        }
    }

    private mutating func note(_ contact: Contact) {
        if resolved[contact.service].isEmpty { touched.append(contact.service) }
        if let place = resolved[contact.service].firstIndex(where: { $0.reason == contact.reason }) {
            resolved[contact.service][place].time = max(resolved[contact.service][place].time, contact.end)
        } else {
            resolved[contact.service].append((contact.reason, contact.end))
        }
    }

    /// The subject has no more contacts.
    mutating func end() {
        for service in touched { resolved[service].removeAll(keepingCapacity: true) }
        touched.removeAll(keepingCapacity: true)
        running.removeAll(keepingCapacity: true)
    }
}
