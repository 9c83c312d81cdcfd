/// Those whom a figure counts. Every gap of the Overview has one, and every step of a funnel has several.
public enum SubjectGroup: Codable, Hashable, Sendable {
    /// How far subjects got in a funnel (D3). The scope is that of the question, not of the funnel's own query.
    case funnel(FunnelQuery, FunnelPart)
    /// Persons contacted on a channel for which they had withdrawn or refused consent (D17).
    case contactedAfterWithdrawal
    /// Persons contacted of whom no preference is known at the end of the range (D16).
    case preferenceMissing
    /// … with a preference that none of their contacts cites.
    case preferenceNotUsed
    /// … reached at least once on another channel than they had chosen then; with a channel: than that one.
    case preferenceNotHonoured(channel: String?)
    /// Who started the service in range and had not completed it by the range's end (D12).
    case unfinished(service: String)
    /// Who completed the service in range on a channel that is not known to be digital (D13).
    case notOnline(service: String)
    /// Who gave the service a rating below 4 of 5 in range (D15).
    case dissatisfied(service: String)
    /// Who left the service online, and asked staff within a day (D18).
    case leaked(service: String)
    /// Who has this value of the trait and a transaction that counts for the group's completion (D21).
    case traitGroup(trait: String, value: String)
}

/// A part of those who entered a funnel; steps are counted from 1, the optional ones too.
public enum FunnelPart: Codable, Hashable, Sendable {
    case converted
    case reached(Int)
    /// Stopped at the step, and time is up.
    case dropped(Int)
    /// Stopped at the step, still within the window.
    case pending(Int)
    /// Counted under this value of the funnel's breakdown (D6).
    case group(String, FunnelGroupPart)
}

/// A part of one group of a funnel's breakdown.
public enum FunnelGroupPart: String, CaseIterable, Codable, Hashable, Sendable {
    case entered, converted
    /// Entered, and not converted: lost, or still on the way.
    case unconverted
}

extension SubjectGroup {
    /// Who they are, as short as a line of a table.
    public var title: Remark {
        switch self {
        case .funnel(let query, let part): part.title(query)
        case .contactedAfterWithdrawal: .groupContactedAfterWithdrawal
        case .preferenceMissing: .groupPreferenceMissing
        case .preferenceNotUsed: .groupPreferenceNotUsed
        case .preferenceNotHonoured(nil): .groupReachedElsewhere
        case .preferenceNotHonoured(let channel?): .groupReachedElsewhereThan(channel)
        case .unfinished(let service): .groupUnfinished(service)
        case .notOnline(let service): .groupNotOnline(service)
        case .dissatisfied(let service): .groupDissatisfied(service)
        case .leaked(let service): .groupLeaked(service)
        case .traitGroup(let trait, let value): .groupWithTrait(trait, value)
        }
    }

    /// What happened at `SubjectsResult.Subject.since`, for the head of its column.
    public var sinceTitle: Remark {
        switch self {
        case .funnel(_, .converted), .funnel(_, .group(_, .converted)): .sinceConverted
        case .funnel(_, .group(_, .entered)): .sinceEntered
        case .funnel: .sinceReached
        case .contactedAfterWithdrawal, .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured: .sinceContacted
        case .unfinished, .traitGroup: .sinceStarted
        case .notOnline: .sinceFinished
        case .dissatisfied: .sinceRated
        case .leaked: .sinceAskedStaff
        }
    }

    /// The rules that decide who is in the group.
    public var definitions: [DefinitionID] {
        switch self {
        case .funnel: [.d1, .d2, .d3, .d5]
        case .contactedAfterWithdrawal: [.d17]
        case .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured: [.d16]
        case .unfinished: [.d12]
        case .notOnline: [.d13]
        case .dissatisfied: [.d15]
        case .leaked: [.d18]
        case .traitGroup: [.d21, .d12]
        }
    }
}

extension SubjectGroup {
    /// The rules that decide who is in the group, with those that their words lean on.
    public var rules: [DefinitionID] {
        definitions.reduce(into: []) { rules, id in rules += id.foundations.filter { !rules.contains($0) } }
    }

    /// The order in which gaps of as many people stand: by what the group is of, then by name.
    func isBefore(_ other: SubjectGroup) -> Bool { place < other.place }

    private var place: (kind: Int, name: String, value: String) {
        switch self {
        case .preferenceNotHonoured(let channel?): (0, channel, "")
        case .contactedAfterWithdrawal: (1, "", "")
        case .notOnline(let service): (2, service, "")
        case .leaked(let service): (3, service, "")
        case .dissatisfied(let service): (4, service, "")
        case .traitGroup(let trait, let value): (5, trait, value)
        case .preferenceNotUsed: (6, "", "")
        case .preferenceMissing: (7, "", "")
        case .preferenceNotHonoured(nil): (8, "", "")
        case .unfinished(let service): (9, service, "")
        case .funnel: (10, text, "")
        }
    }
}

extension FunnelPart {
    /// The step it is of, counted from 1; nil for all of them.
    public var step: Int? {
        switch self {
        case .converted, .group: nil
        case .reached(let step), .dropped(let step), .pending(let step): step
        }
    }

    fileprivate func title(_ query: FunnelQuery) -> Remark {
        let name = step.flatMap { query.steps.indices.contains($0 - 1) ? query.steps[$0 - 1].name : nil }
        return switch self {
        case .converted: .groupConverted
        case .reached: .groupReached(name)
        case .dropped: .groupStopped(name)
        case .pending: .groupPending(name)
        case .group(let value, .entered): .groupEntered(query.breakdown ?? "", value)
        case .group(let value, .converted): .groupOfConverted(query.breakdown ?? "", value)
        case .group(let value, .unconverted): .groupUnconverted(query.breakdown ?? "", value)
        }
    }
}
