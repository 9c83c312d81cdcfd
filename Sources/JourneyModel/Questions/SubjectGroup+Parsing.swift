extension SubjectGroup {
    /// As the command line takes it; see `init(parsing:funnel:)`.
    public var text: String {
        switch self {
        case .funnel(_, .converted): "converted"
        case .funnel(_, .reached(let step)): "reached=\(step)"
        case .funnel(_, .dropped(let step)): "stopped=\(step)"
        case .funnel(_, .pending(let step)): "pending=\(step)"
        case .funnel(_, .group(let value, let part)): "\(part.rawValue)=\(value)"
        case .contactedAfterWithdrawal: "withdrawn"
        case .preferenceMissing: "not-captured"
        case .preferenceNotUsed: "not-used"
        case .preferenceNotHonoured(nil): "not-honoured"
        case .preferenceNotHonoured(let channel?): "not-honoured=\(channel)"
        case .unfinished(let service): "unfinished=\(service)"
        case .notOnline(let service): "not-online=\(service)"
        case .dissatisfied(let service): "dissatisfied=\(service)"
        case .leaked(let service): "leaked=\(service)"
        case .traitGroup(let trait, let value): "trait:" + Filter(dimension: trait, values: [value]).text
        }
    }

    /// The forms that there are, for a help text.
    public static let forms = """
        withdrawn, not-captured, not-used, not-honoured[=CHANNEL], unfinished=SERVICE, not-online=SERVICE, \
        dissatisfied=SERVICE, leaked=SERVICE, trait:person.NAME=VALUE; of the funnel of --step: converted, reached=N, \
        stopped=N, pending=N; of a group of its --by: entered=VALUE, converted=VALUE, unconverted=VALUE
        """

    /// Reads what `text` writes.
    ///
    /// - Parameter funnel: The funnel that the parts of one are of.
    /// - Throws: `ParsingError` where `text` names no group, or a part of a funnel without steps.
    public init(parsing text: String, funnel: FunnelQuery) throws(ParsingError) {
        let trait = "trait:"
        if text.hasPrefix(trait) {
            let filter = try Filter(parsing: String(text.dropFirst(trait.count)))
            guard !filter.isNegated, filter.values.count == 1 else { throw SubjectGroup.unreadable(text) }
            self = .traitGroup(trait: filter.dimension, value: filter.values[0])
            return
        }
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let value = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
        guard let group = SubjectGroup(named: parts[0], value, funnel) else { throw SubjectGroup.unreadable(text) }
        if case .funnel = group, funnel.steps.isEmpty {
            throw ParsingError(
                message: "'\(text)' is a part of a funnel, and there is none",
                hint: "give the funnel's steps with --step"
            )
        }
        self = group
    }

    private init?(named name: String, _ value: String?, _ funnel: FunnelQuery) {
        switch (name, value, value.flatMap { Int($0) }) {
        case ("converted", nil, _): self = .funnel(funnel, .converted)
        case ("reached", _, let step?): self = .funnel(funnel, .reached(step))
        case ("stopped", _, let step?): self = .funnel(funnel, .dropped(step))
        case ("pending", _, let step?): self = .funnel(funnel, .pending(step))
        case (_, let group?, _) where FunnelGroupPart(rawValue: name) != nil:
            self = .funnel(funnel, .group(group, FunnelGroupPart(rawValue: name) ?? .entered))
        case ("withdrawn", nil, _): self = .contactedAfterWithdrawal
        case ("not-captured", nil, _): self = .preferenceMissing
        case ("not-used", nil, _): self = .preferenceNotUsed
        case ("not-honoured", let channel, _): self = .preferenceNotHonoured(channel: channel)
        case ("unfinished", let service?, _): self = .unfinished(service: service)
        case ("not-online", let service?, _): self = .notOnline(service: service)
        case ("dissatisfied", let service?, _): self = .dissatisfied(service: service)
        case ("leaked", let service?, _): self = .leaked(service: service)
        default: return nil
        }
    }

    private static func unreadable(_ text: String) -> ParsingError {
        ParsingError(message: "'\(text)' names no group of people", hint: "one of: \(forms)")
    }
}
