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
    public var title: String {
        switch self {
        case .funnel(let query, let part): part.title(query)
        case .contactedAfterWithdrawal: "Contacted after withdrawing consent"
        case .preferenceMissing: "Preference never captured"
        case .preferenceNotUsed: "Preference captured, not used"
        case .preferenceNotHonoured(nil): "Reached on a channel they did not choose"
        case .preferenceNotHonoured(let channel?): "Asked for \(channel), reached on another channel"
        case .unfinished(let service): "Started \(service), did not finish"
        case .notOnline(let service): "Finished \(service), not online"
        case .dissatisfied(let service): "Not satisfied with \(service)"
        case .leaked(let service): "Left \(service) online, asked staff within a day"
        case .traitGroup(let trait, let value): "People with \(Dimension.title(trait)) \(value)"
        }
    }

    /// What happened at `SubjectsResult.Subject.since`, for the head of its column.
    public var sinceTitle: String {
        switch self {
        case .funnel(_, .converted), .funnel(_, .group(_, .converted)): "converted"
        case .funnel(_, .group(_, .entered)): "entered"
        case .funnel: "got there"
        case .contactedAfterWithdrawal, .preferenceMissing, .preferenceNotUsed, .preferenceNotHonoured: "contacted"
        case .unfinished, .traitGroup: "started"
        case .notOnline: "finished"
        case .dissatisfied: "rated"
        case .leaked: "asked staff"
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

extension FunnelPart {
    /// The step it is of, counted from 1; nil for all of them.
    public var step: Int? {
        switch self {
        case .converted, .group: nil
        case .reached(let step), .dropped(let step), .pending(let step): step
        }
    }

    fileprivate func title(_ query: FunnelQuery) -> String {
        let name = step.flatMap { query.steps.indices.contains($0 - 1) ? query.steps[$0 - 1].name : nil } ?? "the step"
        return switch self {
        case .converted: "Converted"
        case .reached: "Reached \(name)"
        case .dropped: "Stopped at \(name)"
        case .pending: "On their way at \(name)"
        case .group(let value, let part): part.title + ", \(Dimension.title(query.breakdown ?? "")) \(value)"
        }
    }
}

extension FunnelGroupPart {
    fileprivate var title: String {
        switch self {
        case .entered: "Entered"
        case .converted: "Converted"
        case .unconverted: "Did not convert"
        }
    }
}
