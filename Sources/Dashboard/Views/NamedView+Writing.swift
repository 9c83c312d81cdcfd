import JourneyModel
import Wording

extension NamedView {
    /// The view as a file holds it; `init(_:)` reads it back.
    public var entry: ViewEntry {
        var entry = ViewEntry([.name: .text(name)])
        if let period {
            entry.values[.screen] = .text(screen.title.lowercased())
            entry.values[.period] = .text(period.text)
        }
        switch before {
        case .none: break
        case .previous: entry.values[.before] = .text("previous")
        case .period(let before): entry.values[.before] = .text(before.text)
        }
        entry.set(.filters, filters.map(\.text))
        entry.set(.unit, unit?.rawValue)
        entry.set(.sort, sort)
        entry.set(.open, detail?.words ?? [])
        if let stage { entry.values[.stage] = .number(stage) }
        entry.set(.every, every?.rawValue)
        if let funnel { entry.set(funnel) }
        return entry
    }
}

extension ViewEntry {
    fileprivate mutating func set(_ key: Key, _ text: String?) {
        if let text { values[key] = .text(text) }
    }

    fileprivate mutating func set(_ key: Key, _ texts: [String]) {
        if !texts.isEmpty { values[key] = .texts(texts) }
    }

    fileprivate mutating func set(_ funnel: FunnelState) {
        let (steps, rules, usual) = (funnel.steps ?? [], funnel.rules, FunnelRules())
        set(.steps, steps.map(\.text))
        set(.within, funnel.window.map(SpanWord.text))
        set(.order, funnel.order == .ordered ? nil : funnel.order.rawValue)
        set(.by, funnel.breakdown)
        set(.entry, rules.entry?.rawValue)
        set(.ties, rules.ties == usual.ties ? nil : rules.ties.rawValue)
        set(.exclude, rules.exclusions.map(\.text))
        set(.policy, rules.policy == usual.policy ? nil : rules.policy.rawValue)
        set(.attribution, rules.attribution == usual.attribution ? nil : rules.attribution.text)
        set(.gap, steps.enumerated().compactMap { StepGap.text($0.element, at: $0.offset) })
        if rules.interveningEventsOfAllServices { values[.allServices] = .flag(true) }
    }
}
