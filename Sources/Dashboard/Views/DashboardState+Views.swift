public import JourneyModel

extension DashboardState {
    /// Shows what a view shows. What it does not say is as in a dashboard just opened; the zone, the time as of which is
    /// asked, and the theme are the session's own. Where the screen's own key is blocked, so is the view.
    mutating func open(_ view: NamedView) {
        let key = KeyBinding.common.first { $0.command == .screen(view.screen) }
        if let reason = key?.blocked(self) {
            message = "\(view.name): \(reason)"
            return
        }
        if let funnel = view.funnel { self.funnel = funnel }
        if let period = view.period {
            scope.filters = view.filters
            scope.unit = view.unit
            scope.show(period, against: view.before)
        } else if !view.filters.isEmpty {
            scope.filters = view.filters
        }
        if view.screen == .channels { channels.every = view.every }
        open(view.screen)
        var top = Place(view.screen)
        top.stage = view.stage
        stack = [top]
        if let detail = view.detail {
            var deeper = Place(view.screen, detail: detail)
            deeper.stage = view.stage
            stack.append(deeper)
        }
        place.sort = view.sort.flatMap { screen.orderNames(place).firstIndex(of: $0) } ?? 0
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
        if place.screen == .funnel, let query = FunnelScreen.query(self) {
            // What is suggested changes with the data; what is kept under a name does not.
            funnel.steps = query.steps
            funnel.breakdown = query.breakdown
            funnel.name = name
        }
        return [.saveView(view(named: name))]
    }

    private func view(named name: String) -> NamedView {
        NamedView(
            name: name,
            screen: place.screen,
            period: scope.relative.map { .relative($0.period) } ?? ViewPeriod(scope.range, in: scope.zone),
            before: comparison,
            filters: filters,
            unit: scope.unit,
            sort: place.sort == 0 ? nil : screen.orderNames(place).element(place.sort),
            detail: place.detail,
            stage: place.stage,
            every: place.screen == .channels ? channels.every : nil,
            funnel: place.screen == .funnel ? funnel : nil
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
        let isFunnel = place.screen == .funnel && FunnelScreen.query(self) == nil
        return isFunnel ? "there is no funnel yet; s chooses its steps" : nil
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
        if let every { words.append("by \(every.rawValue)") }
        if let sort { words.append(sort) }
        if let steps = funnel?.steps { words.append(steps.map(\.name).joined(separator: " \u{2192} ")) }
        return words.joined(separator: " \u{B7} ")
    }
}
