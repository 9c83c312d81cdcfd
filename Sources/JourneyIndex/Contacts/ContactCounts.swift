import JourneyModel

/// What is counted of contacts (D18).
struct ContactCounts: Sendable {
    /// Of one service.
    struct Service: Sendable {
        /// Digital attempts begun in range; those that were lost; those of them that staff then heard of.
        var attempts = 0
        var lost = 0
        var leaks = 0
        var people = 0
    }

    /// What one contact that a leak became cost by its own account.
    struct LeakCost: Sendable {
        let subject: Int
        let service: Int
        let amount: Double
    }

    /// Inbound assisted contacts in range.
    var inbound = 0
    var chases = 0
    var repeats = 0
    /// Contacts in range that are at least one of chase, repeat and leak.
    var avoidable = 0
    /// By service's code + 1.
    var services: [Service]
    /// In the order of subjects, once all parts are joined: sums of fractions depend on it.
    private(set) var costs: [LeakCost] = []
    /// By service's code + 1, then channel's code + 1: contacts of leaks without a cost of their own.
    private var uncosted: [Int]
    /// … inbound contacts, whatever the range, in the span over which a channel's costs are shared out.
    private var contacts: [Int]
    private let channels: Int

    init(services: Int, channels: Int) {
        self.channels = channels + 1
        self.services = Array(repeating: Service(), count: services + 1)
        uncosted = Array(repeating: 0, count: (services + 1) * (channels + 1))
        contacts = uncosted
    }

    mutating func addContact(_ service: Int, _ channel: Int32) {
        contacts[service * channels + Int(channel) + 1] += 1
    }

    mutating func addUncosted(_ service: Int, _ channel: Int32) {
        uncosted[service * channels + Int(channel) + 1] += 1
    }

    mutating func addCost(_ cost: LeakCost) {
        costs.append(cost)
    }

    /// Contacts of leaks without a cost of their own, by channel.
    func uncosted(_ service: Int) -> [(channel: Int32, count: Int)] {
        (0..<channels).compactMap { channel in
            let count = uncosted[service * channels + channel]
            return count > 0 ? (Int32(channel) - 1, count) : nil
        }
    }

    func contacts(_ service: Int, _ channel: Int32) -> Int {
        contacts[service * channels + Int(channel) + 1]
    }

    /// The counts of all parts, whichever subjects each had.
    static func joined(_ parts: [ContactCounts]) -> ContactCounts {
        var whole = parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
        // The costs of one subject come from one part, where they lie side by side.
        let order = whole.costs.indices.sorted { (whole.costs[$0].subject, $0) < (whole.costs[$1].subject, $1) }
        whole.costs = order.map { whole.costs[$0] }
        return whole
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
        }
        costs += other.costs
        for place in contacts.indices {
            contacts[place] += other.contacts[place]
            uncosted[place] += other.uncosted[place]
        }
    }
}
