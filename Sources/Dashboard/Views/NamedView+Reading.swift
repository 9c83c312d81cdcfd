import JourneyModel
import Wording

extension NamedView {
    /// The view that an entry of a file means.
    ///
    /// - Throws: `ViewEntry.Problem` where anything in it cannot be understood: half a view would show figures that
    ///   nobody asked for.
    public init(_ entry: ViewEntry) throws(ViewEntry.Problem) {
        guard let name = try entry.text(.name), !name.allSatisfy(\.isWhitespace) else {
            throw ViewEntry.Problem(.name, "a view needs a name: name = \"…\"")
        }
        let screen = try Self.screen(entry)
        self.init(
            name: name,
            screen: screen ?? .funnel,
            period: screen == nil ? nil : try entry.parsed(.period, ViewPeriod.init(parsing:)) ?? .fixed("all"),
            before: try entry.parsed(.before, Comparison.init(parsing:)) ?? .none,
            filters: try entry.parsedEach(.filters) { (text) throws(ParsingError) in try Filter(parsing: text) },
            unit: try entry.word(.unit, CountingUnit.self),
            sort: try entry.text(.sort),
            detail: try Self.detail(entry, screen ?? .funnel),
            stage: try entry.number(.stage),
            every: try entry.word(.every, PeriodLength.self)
        )
        if screen == nil, try entry.texts(.steps).isEmpty {
            throw ViewEntry.Problem(nil, "a view names a screen, or the steps of a funnel")
        }
        if self.screen == .funnel { funnel = try FunnelState.read(entry) }
        let orders = Screens.screen(self.screen).orderNames(Place(self.screen, detail: detail))
        if let sort, !orders.contains(sort) {
            let choices =
                orders.isEmpty ? "the rows have one order" : "choose one of: " + orders.joined(separator: ", ")
            throw ViewEntry.Problem(.sort, "'\(sort)' is no order here; \(choices)")
        }
    }

    private static func screen(_ entry: ViewEntry) throws(ViewEntry.Problem) -> ScreenID? {
        guard let text = try entry.text(.screen) else { return nil }
        let built = ScreenID.allCases.filter(\.isBuilt)
        guard let screen = built.first(where: { $0.title.lowercased() == text.lowercased() }) else {
            let names = built.map { $0.title.lowercased() }.joined(separator: ", ")
            throw ViewEntry.Problem(.screen, "'\(text)' is no screen; choose one of: \(names)")
        }
        return screen
    }

    private static func detail(_ entry: ViewEntry, _ screen: ScreenID) throws(ViewEntry.Problem) -> Detail? {
        let words = try entry.texts(.open)
        guard !words.isEmpty else { return nil }
        guard let detail = Detail(words: words), detail.home ?? screen == screen else {
            throw ViewEntry.Problem(.open, "\(words) names nothing that can be open in \(screen.title)")
        }
        return detail
    }
}

extension NamedView.Comparison {
    init(parsing text: String) throws(ParsingError) {
        self = text == "previous" ? .previous : .period(try ViewPeriod(parsing: text))
    }
}

extension FunnelState {
    /// The funnel of an entry. Not an initializer, in which setting the breakdown would not count as choosing it.
    fileprivate static func read(_ entry: ViewEntry) throws(ViewEntry.Problem) -> FunnelState {
        var funnel = FunnelState()
        var steps = try entry.parsedEach(.steps) { (text) throws(ParsingError) in try FunnelStep(parsing: text) }
        let gaps = try entry.texts(.gap)
        do { try StepGap.set(gaps, on: &steps) } catch { throw ViewEntry.Problem(.gap, error) }
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
