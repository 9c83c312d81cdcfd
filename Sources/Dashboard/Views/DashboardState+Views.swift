public import JourneyModel
import Wording

extension DashboardState {
    /// Shows what a view shows. What it does not say is as in a dashboard just opened; the zone, the time as of which is
    /// asked, and the theme are the session's own.
    mutating func open(_ view: NamedView) {
        let screen = screens[view.screen]
        if let type = screen.sessionState { states.take(type, from: view.states) }
        if let period = view.period {
            scope.filters = view.filters
            scope.unit = view.unit
            scope.show(period, against: view.before)
        } else if !view.filters.isEmpty {
            scope.filters = view.filters
        }
        open(view.screen)
        stack = [Place(view.screen)] + (view.detail.map { [Place($0)] } ?? [])
        if let type = screen.placeState {
            for index in stack.indices { stack[index].states.take(type, from: view.states) }
        }
        place.sort = view.sort.flatMap { self.screen.orderNames(place).firstIndex(of: $0) } ?? 0
        if let catalog { scope.follow(catalog) }
    }

    /// Takes over what is given beside a view, such as by the options of a command line: a period other than all time,
    /// filters if there are any, a unit if there is one.
    public mutating func overrule(_ given: Scope, before: TimeRange?) {
        if given.range != .all { scope.show(given.range, against: before) }
        if !given.filters.isEmpty { scope.filters = given.filters }
        if let unit = given.unit { scope.unit = unit }
    }

    /// Has the view on the screen kept under a name.
    mutating func saveView(named name: String) -> [Effect] {
        let name = name.filter { !$0.isNewline }
        guard !name.allSatisfy(\.isWhitespace) else {
            message = "a view needs a name"
            return []
        }
        overlay = nil
        standing.keep(as: name, &self)
        return [.saveView(view(named: name))]
    }

    /// Has what a first look shows kept in a store.
    mutating func keepStore(named name: String) -> [Effect] {
        let name = name.filter { !$0.isNewline }
        guard !name.allSatisfy(\.isWhitespace) else {
            message = "a store needs a name"
            return []
        }
        overlay = nil
        return [.keepStore(name)]
    }

    private func view(named name: String) -> NamedView {
        var kept = ScreenStates()
        if let type = standing.sessionState { kept.take(type, from: states) }
        if let type = standing.placeState { kept.take(type, from: place.states) }
        return NamedView(
            name: name,
            screen: standing.id,
            period: scope.relative.map { .relative($0.period) } ?? ViewPeriod(scope.range, in: scope.zone),
            before: comparison,
            filters: filters,
            unit: scope.unit,
            sort: place.sort == 0 ? nil : screen.orderNames(place).element(place.sort),
            detail: place.detail,
            states: kept
        )
    }

    private var comparison: NamedView.Comparison {
        guard let before = scope.before else { return .none }
        if scope.relative != nil || before == scope.range.before(in: scope.zone) { return .previous }
        return .period(ViewPeriod(before, in: scope.zone))
    }

    /// Why the view cannot be kept; nil: it can.
    var reasonNotToSave: String? {
        if store.isKiosk { return "kiosk mode: nothing is saved from here" }
        if let detail = place.detail, detail.words == nil {
            return "what is open here has no lasting name; esc goes back"
        }
        return standing.reasonNotToKeep(self)
    }
}

extension ViewScope {
    /// - Parameter comparison: a period that moves cannot stand beside one that stays, so it is then the one before.
    fileprivate mutating func show(_ period: ViewPeriod, against comparison: NamedView.Comparison) {
        switch period {
        case .relative(let period): show(period, isCompared: comparison != .none)
        case .fixed(let text):
            let range = (try? TimeRange(parsingPeriod: text, in: zone)) ?? .all
            var before: TimeRange?
            switch comparison {
            case .none: break
            case .period(.fixed(let text)): before = try? TimeRange(parsingPeriod: text, in: zone)
            case .previous, .period(.relative): before = range.before(in: zone)
            }
            show(range, against: before)
        }
    }
}

extension NamedView {
    /// What it shows, in one line: `Funnel · last quarter · channel web · landing → submit`.
    var summary: String {
        var words = [screen.title]
        if let period, period != .fixed("all") { words.append(period.text) }
        words += filters.map(\.words)
        if let unit { words.append(unit.plural) }
        if let open = detail?.words { words.append(open.joined(separator: " ")) }
        let own = states.all.map(\.summary)
        words += own.flatMap(\.before) + (sort.map { [$0] } ?? []) + own.flatMap(\.after)
        return words.joined(separator: " \u{B7} ")
    }
}
