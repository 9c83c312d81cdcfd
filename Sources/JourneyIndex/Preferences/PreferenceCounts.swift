import Tallies

/// What the preference scan counts.
struct PreferenceCounts: Sendable {
    /// A pair of channels and the contacts that had it.
    struct Cell: Sendable {
        /// A channel's code, or `SideCodes.noPreference`.
        let preferred: Int32
        let used: Int32
        let contacts: Int
    }

    /// What a contact after a refusal or withdrawal was for, and on which channel: -1 where it says none.
    struct BreachKey: Hashable, Sendable {
        let purpose: Int32
        let channel: Int32
    }

    var overall = ContactedCounts()
    var breaches: [BreachKey: ConsentTally.Breach] = [:]
    /// From a refusal or withdrawal to the first contact after it, of each person who had one.
    var effects = Spans()
    /// By service's code + 1, those that only other parts of the store have events of last.
    var services: [ContactedCounts]
    var practices: [ServicePractice]
    /// By preferred channel's code + 2 (no preference, none, channels), then used channel's code.
    private var cells: [Int]
    private let channels: Int
    var totals = PreferenceTotals()
    /// By place among the purposes of contacts.
    var purposes: [PurposeCounts]

    init(services: Int, channels: Int, purposes: Int) {
        self.purposes = Array(repeating: PurposeCounts(), count: purposes)
        self.channels = channels
        cells = Array(repeating: 0, count: (channels + 2) * channels)
        self.services = Array(repeating: ContactedCounts(), count: services + 1)
        practices = Array(repeating: ServicePractice(), count: services + 1)
    }

    /// Contacts by preferred and used channel, of persons who had given a preference.
    var matrix: [Cell] {
        cells.indices.compactMap { place in
            guard cells[place] > 0 else { return nil }
            return Cell(
                preferred: Int32(place / channels) - 2,
                used: Int32(place % channels),
                contacts: cells[place]
            )
        }
    }

    mutating func addPair(preferred: Int32, used: Int32) {
        cells[(Int(preferred) + 2) * channels + Int(used)] += 1
    }

    mutating func join(_ other: PreferenceCounts) {
        overall.add(other.overall)
        for service in services.indices {
            services[service].add(other.services[service])
            practices[service].add(other.practices[service])
        }
        for place in cells.indices { cells[place] += other.cells[place] }
        totals.add(other.totals)
        breaches.merge(other.breaches) { own, other in
            var both = own
            both.add(other)
            return both
        }
        effects.add(other.effects)
        for place in purposes.indices { purposes[place].add(other.purposes[place]) }
    }
}
