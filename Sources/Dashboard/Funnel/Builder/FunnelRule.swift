import JourneyModel
import Wording

/// How a funnel counts, a row of the builder each, named as the option of `cxm show funnel`.
enum FunnelRule: String, CaseIterable, Hashable, Sendable {
    case window = "within"
    case order, entry, ties, policy

    /// What an exclusion does says nothing where nothing is excluded.
    func applies(to funnel: FunnelState) -> Bool { self != .policy || !funnel.rules.exclusions.isEmpty }

    func value(_ funnel: FunnelState, unit: CountingUnit?) -> String {
        switch self {
        case .window: funnel.window.map(SpanText.text) ?? "no limit"
        case .order: funnel.order.rawValue
        case .entry: funnel.rules.entry(unit).rawValue
        case .ties: funnel.rules.ties.rawValue
        case .policy: funnel.rules.policy.rawValue
        }
    }

    /// What the value means, in a few words.
    func meaning(_ funnel: FunnelState, unit: CountingUnit?) -> String {
        switch self {
        case .window: funnel.window == nil ? "nobody is pending" : "from the first step to the last"
        case .order: funnel.order.meaning
        case .entry: funnel.rules.entry(unit).meaning
        case .ties: funnel.rules.ties.meaning
        case .policy: funnel.rules.policy.meaning
        }
    }

    /// Gives the funnel the rule's next value, round and round.
    func turn(_ funnel: inout FunnelState, by distance: Int, unit: CountingUnit?) {
        switch self {
        case .window: funnel.window = Self.turned(funnel.window, in: [nil] + FunnelState.windows, by: distance)
        case .order: funnel.order = Self.turned(funnel.order, by: distance)
        case .entry:
            let usual = FunnelRules().entry(unit)
            let next = Self.turned(funnel.rules.entry(unit), by: distance)
            funnel.rules.entry = next == usual ? nil : next
        case .ties: funnel.rules.ties = Self.turned(funnel.rules.ties, by: distance)
        case .policy: funnel.rules.policy = Self.turned(funnel.rules.policy, by: distance)
        }
    }

    private static func turned<Value: CaseIterable & Equatable>(_ value: Value, by distance: Int) -> Value {
        turned(value, in: Array(Value.allCases), by: distance)
    }

    /// A value that is none of them counts as the first.
    private static func turned<Value: Equatable>(_ value: Value, in all: [Value], by distance: Int) -> Value {
        all[((all.firstIndex(of: value) ?? 0) + distance + all.count) % all.count]
    }
}

extension FunnelQuery.Order {
    var meaning: String {
        switch self {
        case .ordered: "other events may lie between"
        case .strict: "no other event of the service may"
        case .any: "any order within the time allowed"
        }
    }
}

extension FunnelQuery.Entry {
    fileprivate var meaning: String {
        switch self {
        case .best: "the start that leads furthest"
        case .first: "the first start only"
        case .every: "every start for itself"
        }
    }
}

extension FunnelQuery.Ties {
    fileprivate var meaning: String {
        switch self {
        case .permissive: "at one instant: in any order"
        case .strict: "at one instant: none after another"
        case .file: "at one instant: as in the file"
        }
    }
}

extension FunnelQuery.ExclusionPolicy {
    fileprivate var meaning: String {
        switch self {
        case .disqualify: "who takes one does not count"
        case .drop: "who takes one drops there"
        case .restart: "who takes one begins anew"
        }
    }
}
