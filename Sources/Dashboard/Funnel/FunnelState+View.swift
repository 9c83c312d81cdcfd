import JourneyModel

/// The funnel as views keep it.
extension ViewEntry.Key {
    static let steps = ViewEntry.Key("steps")
    static let within = ViewEntry.Key("within")
    static let order = ViewEntry.Key("order")
    static let by = ViewEntry.Key("by")
    static let entry = ViewEntry.Key("entry")
    static let ties = ViewEntry.Key("ties")
    static let exclude = ViewEntry.Key("exclude")
    static let policy = ViewEntry.Key("policy")
    static let attribution = ViewEntry.Key("attribution")
    static let gap = ViewEntry.Key("gap")
    static let allServices = ViewEntry.Key("all-services")
}

extension FunnelState: ScreenState {
    static var viewKeys: [ViewEntry.Key] {
        [
            .steps, .within, .order, .by, .entry, .ties, .exclude, .policy, .attribution, .gap, .allServices,
        ]
    }

    init(_ entry: ViewEntry) throws(ViewEntry.Problem) { self = try Self.read(entry) }

    /// The funnel of an entry. Not an initializer, in which setting the breakdown would not count as choosing it.
    private static func read(_ entry: ViewEntry) throws(ViewEntry.Problem) -> FunnelState {
        var funnel = FunnelState()
        var steps = try entry.parsedEach(.steps) { (text) throws(ParsingError) in try FunnelStep(parsing: text) }
        let gaps = try entry.texts(.gap)
        do { try StepGap.set(gaps, on: &steps) } catch { throw ViewEntry.Problem(.gap, error) }
        if entry.values[.screen] == nil, steps.isEmpty {
            throw ViewEntry.Problem(nil, "a view names a screen, or the steps of a funnel")
        }
        if !steps.isEmpty {
            funnel.steps = steps
            funnel.name = try entry.text(.name)
        }
        funnel.window = try entry.parsed(.within) { (text) throws(ParsingError) in try SpanWord.parse(text) }
        funnel.order = try entry.word(.order, FunnelQuery.Order.self) ?? .ordered
        funnel.breakdown = try entry.text(.by)
        funnel.rules = try FunnelRules(entry)
        return funnel
    }

    func write(to entry: inout ViewEntry) {
        let (steps, usual) = (steps ?? [], FunnelRules())
        entry.set(.steps, steps.map(\.text))
        entry.set(.within, window.map(SpanWord.text))
        entry.set(.order, order == .ordered ? nil : order.rawValue)
        entry.set(.by, breakdown)
        entry.set(.entry, rules.entry?.rawValue)
        entry.set(.ties, rules.ties == usual.ties ? nil : rules.ties.rawValue)
        entry.set(.exclude, rules.exclusions.map(\.text))
        entry.set(.policy, rules.policy == usual.policy ? nil : rules.policy.rawValue)
        entry.set(.attribution, rules.attribution == usual.attribution ? nil : rules.attribution.text)
        entry.set(.gap, steps.enumerated().compactMap { StepGap.text($0.element, at: $0.offset) })
        if rules.interveningEventsOfAllServices { entry.values[.allServices] = .flag(true) }
    }

    var summary: (before: [String], after: [String]) {
        ([], steps.map { [$0.map(\.name).joined(separator: " \u{2192} ")] } ?? [])
    }
}

extension FunnelRules {
    fileprivate init(_ entry: ViewEntry) throws(ViewEntry.Problem) {
        self.init()
        self.entry = try entry.word(.entry, FunnelQuery.Entry.self)
        ties = try entry.word(.ties, FunnelQuery.Ties.self) ?? ties
        exclusions = try entry.parsedEach(.exclude) { (text) throws(ParsingError) in
            try FunnelQuery.Exclusion.parse(text)
        }.flatMap(\.self)
        policy = try entry.word(.policy, FunnelQuery.ExclusionPolicy.self) ?? policy
        attribution =
            try entry.parsed(.attribution) { (text) throws(ParsingError) in
                try FunnelQuery.Attribution(parsing: text)
            } ?? attribution
        interveningEventsOfAllServices = try entry.flag(.allServices)
    }
}
