import JourneyModel

/// How a funnel counts beyond its steps, window and order; each as the option of `cxm show funnel` of its name. The builder
/// sets entry, ties and exclusions; the others come with a view whose file says so.
struct FunnelRules: Hashable, Sendable {
    /// Nil: the chain that leads furthest, or every attempt where attempts are counted.
    var entry: FunnelQuery.Entry?
    var ties: FunnelQuery.Ties = .permissive
    var exclusions: [FunnelQuery.Exclusion] = []
    var policy: FunnelQuery.ExclusionPolicy = .disqualify
    var attribution: FunnelQuery.Attribution = .firstTouch
    var interveningEventsOfAllServices = false

    func apply(to query: inout FunnelQuery, unit: CountingUnit?) {
        query.entry = self.entry(unit)
        query.ties = ties
        query.exclusions = exclusions
        query.policy = policy
        query.attribution = attribution
        query.interveningEventsOfAllServices = interveningEventsOfAllServices
    }

    /// Which start counts where `unit` is counted.
    func entry(_ unit: CountingUnit?) -> FunnelQuery.Entry { entry ?? (unit == .attempt ? .every : .best) }

    /// What the header says of them; nothing where all is as usual.
    var words: [String] {
        var words: [String] = []
        if let entry { words.append("\(entry.rawValue) entry") }
        if !exclusions.isEmpty {
            words.append("not \(exclusions.map(\.text).joined(separator: ", ")) (\(policy.rawValue))")
        }
        if ties != .permissive { words.append("\(ties.rawValue) ties") }
        if attribution != .firstTouch { words.append("value of \(attribution.text)") }
        if interveningEventsOfAllServices { words.append("events of all services between") }
        return words
    }
}
