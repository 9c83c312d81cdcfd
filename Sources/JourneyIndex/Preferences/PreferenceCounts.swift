/// What the preference scan counts.
struct PreferenceCounts: Sendable {
    struct Pair: Hashable, Sendable {
        /// A channel's code, or `SideCodes.noPreference`.
        let preferred: Int32
        let used: Int32
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
    var matrix: [Pair: Int] = [:]
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

    init(services: Int) {
        self.services = Array(repeating: Tally(), count: services + 1)
        practices = Array(repeating: Practice(), count: services + 1)
    }

    /// Agreement of preferred and used channel by chance alone: the product of both shares, summed over channels (D16).
    var expectedByChance: Double? {
        let total = Double(overall.contactsToChoosers)
        guard total > 0 else { return nil }
        var preferred: [Int32: Int] = [:]
        var used: [Int32: Int] = [:]
        for (pair, count) in matrix where pair.preferred != SideCodes.noPreference {
            preferred[pair.preferred, default: 0] += count
            used[pair.used, default: 0] += count
        }
        // Summed in the order of codes, so that equal data give equal digits.
        return preferred.keys.sorted().reduce(0) { sum, channel in
            sum + Double(preferred[channel] ?? 0) / total * Double(used[channel] ?? 0) / total
        }
    }
}
