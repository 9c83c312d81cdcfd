import JourneyModel

/// What each outcome says in each service (D12): by the words that rules know, and by what services declare to be a success.
struct OutcomeRules: Sendable {
    typealias Verdict = ServiceRules.Verdict

    /// By outcome's code + 1: its class.
    let classes: [UInt16]
    let classCount: Int
    /// By class, then service's code + 1.
    private let verdicts: [Verdict]
    private let services: Int

    init(_ source: EventSource) {
        let outcomes = source.dimensionIfAny(Dimension.outcome)?.values ?? []
        let services = [nil] + (source.dimensionIfAny(Dimension.service)?.values ?? []).map { Optional($0) }
        let named = source.declared?.declarations.successes ?? []
        let general = named.first { $0.service == nil }?.outcomes
        let own = services.map { service in
            let declared = service.flatMap { service in
                named.first { $0.service != nil && source.counted(service: $0.service) == service }?.outcomes
            }
            return (declared ?? general).map { Set($0.map { $0.lowercased() }) }
        }
        self.services = services.count
        guard !named.isEmpty else {
            classes = [0] + outcomes.map { UInt16(Verdict($0).rawValue) }
            classCount = Verdict.allCases.count
            verdicts = Verdict.allCases.flatMap { verdict in services.map { _ in verdict } }
            return
        }
        var rows: [[Verdict]] = [services.map { _ in .none }]
        classes =
            [0]
            + outcomes.map { outcome in
                let row = own.map { OutcomeRules.verdict(outcome, successes: $0) }
                if let known = rows.firstIndex(of: row) { return UInt16(clamping: known) }
                rows.append(row)
                return UInt16(clamping: rows.count - 1)
            }
        classCount = rows.count
        verdicts = rows.flatMap { $0 }
    }

    /// - Parameter successes: in small letters; nil: as words have it.
    private static func verdict(_ outcome: String, successes: Set<String>?) -> Verdict {
        let usual = Verdict(outcome)
        guard let successes, !outcome.isEmpty else { return usual }
        if successes.contains(outcome.lowercased()) { return .successful }
        switch usual {
        case .successful: return .otherCompletion
        case .none: return .unlisted
        default: return usual
        }
    }

    func verdict(_ number: Int, _ service: Int) -> Verdict { verdicts[number * services + service] }

    /// Whether any outcome says so in any service.
    func has(_ verdict: Verdict) -> Bool {
        classes.contains { number in (0..<services).contains { self.verdict(Int(number), $0) == verdict } }
    }
}
