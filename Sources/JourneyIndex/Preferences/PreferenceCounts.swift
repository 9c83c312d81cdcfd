/// What the preference scan counts.
struct PreferenceCounts: Sendable {
    /// A pair of channels and the contacts that had it.
    struct Cell: Sendable {
        /// A channel's code, or `SideCodes.noPreference`.
        let preferred: Int32
        let used: Int32
        let contacts: Int
    }

    /// Of all services, or of one.
    struct Tally: Sendable {
        /// Persons with an outbound contact in range: P.
        var contacted = 0
        var asked = 0
        var captured = 0
        var usable = 0
        /// Outbound contacts to persons with a preference then, and those whose routing cites it.
        var contactsToCaptured = 0
        var cited = 0
        /// … of persons who chose a channel, on a channel that is known; and on the chosen one.
        var contactsToChoosers = 0
        var honoured = 0
    }

    /// What a service does at all: the survey's form.
    struct Practice: Sendable {
        var asksChannel = false
        var collectsChannel = false
        var usesChannel = false
        var asksContent = false
        var capturesContent = false
        var usesContent = false
    }

    var overall = Tally()
    /// By service's code + 1.
    var services: [Tally]
    var practices: [Practice]
    /// By preferred channel's code + 2 (no preference, none, channels), then used channel's code.
    private var cells: [Int]
    private let channels: Int
    var contacts = 0
    var contactsWithoutChannel = 0
    var contentCaptured = 0
    var contactsToContent = 0
    var tailoredToContent = 0
    /// Tailored with consent, over all outbound contacts (P5).
    var tailoredWithConsent = 0
    var stale = 0
    var conflicting = 0
    var breaches = 0
    var peopleBreached = 0
    var peopleNotUsed = 0
    var peopleNotHonoured = 0

    init(services: Int, channels: Int) {
        self.channels = channels
        cells = Array(repeating: 0, count: (channels + 2) * channels)
        self.services = Array(repeating: Tally(), count: services + 1)
        practices = Array(repeating: Practice(), count: services + 1)
    }

    /// Agreement of preferred and used channel by chance alone: the product of both shares, summed over channels (D16).
    var expectedByChance: Double? {
        let total = Double(overall.contactsToChoosers)
        guard total > 0 else { return nil }
        var preferred = Array(repeating: 0, count: channels)
        var used = preferred
        for cell in matrix where cell.preferred != SideCodes.noPreference {
            preferred[Int(cell.preferred)] += cell.contacts
            used[Int(cell.used)] += cell.contacts
        }
        // Summed in the order of codes, so that equal data give equal digits.
        return zip(preferred, used).reduce(0) { $0 + Double($1.0) / total * Double($1.1) / total }
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
        overall.join(other.overall)
        for service in services.indices {
            services[service].join(other.services[service])
            practices[service].join(other.practices[service])
        }
        for place in cells.indices { cells[place] += other.cells[place] }
        contacts += other.contacts
        contactsWithoutChannel += other.contactsWithoutChannel
        contentCaptured += other.contentCaptured
        contactsToContent += other.contactsToContent
        tailoredToContent += other.tailoredToContent
        tailoredWithConsent += other.tailoredWithConsent
        stale += other.stale
        conflicting += other.conflicting
        breaches += other.breaches
        peopleBreached += other.peopleBreached
        peopleNotUsed += other.peopleNotUsed
        peopleNotHonoured += other.peopleNotHonoured
    }
}

extension PreferenceCounts.Tally {
    fileprivate mutating func join(_ other: PreferenceCounts.Tally) {
        contacted += other.contacted
        asked += other.asked
        captured += other.captured
        usable += other.usable
        contactsToCaptured += other.contactsToCaptured
        cited += other.cited
        contactsToChoosers += other.contactsToChoosers
        honoured += other.honoured
    }
}

extension PreferenceCounts.Practice {
    fileprivate mutating func join(_ other: PreferenceCounts.Practice) {
        asksChannel = asksChannel || other.asksChannel
        collectsChannel = collectsChannel || other.collectsChannel
        usesChannel = usesChannel || other.usesChannel
        asksContent = asksContent || other.asksContent
        capturesContent = capturesContent || other.capturesContent
        usesContent = usesContent || other.usesContent
    }
}
