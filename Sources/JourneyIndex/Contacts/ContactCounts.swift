import JourneyModel
import Tallies

/// What is counted of contacts (D18).
struct ContactCounts: Sendable {
    /// Of one service.
    struct Service: Sendable {
        /// Digital attempts begun in range; those that were lost; those of them that staff then heard of.
        var attempts = 0
        var lost = 0
        var leaks = 0
        var people = 0
        /// Contacts of leaks with a cost of their own.
        var costed = 0
    }

    /// Contacts in range.
    var inbound = 0
    var chases = 0
    var repeats = 0
    /// Contacts in range that are at least one of chase, repeat and leak.
    var avoidable = 0
    /// By service's code + 1.
    var services: [Service]
    /// By service's code + 1: what contacts of leaks cost by their own account.
    private var costs: [ExactSum]
    /// By service's code + 1, then channel's code + 1: contacts of leaks without a cost of their own.
    private var uncosted: [Int]
    /// … contacts, whatever the range, in the span over which a channel's costs are shared out.
    private var contacts: [Int]
    private let channels: Int
    /// By service's code + 1: the subject that leaked last, + 1.
    private var leaked: [Int]

    init(services: Int, channels: Int) {
        self.channels = channels + 1
        self.services = Array(repeating: Service(), count: services + 1)
        uncosted = Array(repeating: 0, count: (services + 1) * (channels + 1))
        contacts = uncosted
        leaked = Array(repeating: 0, count: services + 1)
        costs = Array(repeating: ExactSum(), count: services + 1)
    }

    mutating func addContact(_ service: Int, _ channel: Int32) {
        contacts[service * channels + Int(channel) + 1] += 1
    }

    /// A digital attempt of `subject` that staff then heard of; those of one subject come one after another.
    mutating func addLeak(_ service: Int, of subject: Int) {
        services[service].leaks += 1
        if leaked[service] != subject + 1 { services[service].people += 1 }
        leaked[service] = subject + 1
    }

    mutating func addUncosted(_ service: Int, _ channel: Int32) {
        uncosted[service * channels + Int(channel) + 1] += 1
    }

    mutating func addCost(_ service: Int, _ amount: Double) {
        services[service].costed += 1
        costs[service].add(amount)
    }

    /// By names: services of which anything was counted.
    func named(_ rules: ServiceRules) -> TallyTable<ValueName, ContactsTally.Service> {
        var table = TallyTable<ValueName, ContactsTally.Service>()
        for (slot, counted) in services.enumerated() {
            var service = ContactsTally.Service()
            service.attempts = counted.attempts
            service.lost = counted.lost
            service.leaks = counted.leaks
            service.people = counted.people
            service.costed = counted.costed
            service.cost = costs[slot]
            for channel in 0..<channels {
                let place = slot * channels + channel
                if uncosted[place] + contacts[place] == 0 { continue }
                let count = ContactsTally.Channel(uncosted: uncosted[place], contacts: contacts[place])
                service.channels.add(count, to: rules.channel(channel))
            }
            if service != ContactsTally.Service() { table.add(service, to: rules.service(slot)) }
        }
        return table
    }

    /// The counts of all parts, whichever subjects each had.
    static func joined(_ parts: [ContactCounts]) -> ContactCounts {
        parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
    }

    private mutating func join(_ other: ContactCounts) {
        inbound += other.inbound
        chases += other.chases
        repeats += other.repeats
        avoidable += other.avoidable
        for service in services.indices {
            services[service].attempts += other.services[service].attempts
            services[service].lost += other.services[service].lost
            services[service].leaks += other.services[service].leaks
            services[service].people += other.services[service].people
            services[service].costed += other.services[service].costed
            costs[service].add(other.costs[service])
        }
        for place in contacts.indices {
            contacts[place] += other.contacts[place]
            uncosted[place] += other.uncosted[place]
        }
    }
}
