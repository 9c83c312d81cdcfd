import JourneyModel

/// The funnel of the session: which one it is and how it counts.
struct FunnelState: Hashable, Sendable {
    /// Nil: the one that the data suggests.
    var steps: [FunnelStep]?
    /// The name it was saved or opened under.
    var name: String?
    var window: Milliseconds?
    var order: FunnelQuery.Order = .ordered
    /// Nil: by channel where there are several, unless the user has said otherwise.
    var breakdown: String? {
        didSet { breakdownIsChosen = true }
    }
    private(set) var breakdownIsChosen = false

    /// What the funnel is broken down by, given what there is.
    func breakdown(in catalog: Catalog?) -> String? {
        if breakdownIsChosen { return breakdown }
        return (catalog?.channels.count ?? 0) > 1 ? Dimension.channel : nil
    }
}

extension FunnelState {
    /// Windows that people use, and none.
    static var windowChoices: [Choice] {
        let days: [Milliseconds] = [1, 3, 7, 14, 28, 90, 365]
        let spans: [Milliseconds] = [.hour] + days.map { $0 * .day }
        return [Choice(id: "0", label: "no limit", detail: "nobody is pending")]
            + spans.map { Choice(id: String($0), label: "within " + SpanText.text($0)) }
    }

    /// A length of time that was typed.
    static func typedWindow(_ text: String) -> Choice? {
        guard let span = try? SpanText.parse(text), span > 0 else { return nil }
        return Choice(id: String(span), label: "within " + SpanText.text(span), detail: "as typed")
    }

    static var orderChoices: [Choice] {
        FunnelQuery.Order.allCases.map { order in
            let detail =
                switch order {
                case .ordered: "other events may lie between two steps"
                case .strict: "no other event of the service may"
                case .any: "any order within the time allowed"
                }
            return Choice(id: order.rawValue, label: order.rawValue, detail: detail)
        }
    }
}

extension DashboardState {
    /// Takes over a saved funnel; steps and filters that cannot be read are left out, and the message line says so.
    mutating func apply(_ view: NamedView) {
        let steps = view.steps.compactMap { try? FunnelStep(parsing: $0) }
        let filters = view.filters.compactMap { try? Filter(parsing: $0) }
        funnel.name = view.name
        funnel.steps = steps.isEmpty ? nil : steps
        funnel.window = view.within.flatMap { try? SpanText.parse($0) }
        funnel.order = FunnelQuery.Order(rawValue: view.order) ?? .ordered
        funnel.breakdown = view.by
        if !filters.isEmpty { scope.filters = filters }
        if steps.count < view.steps.count || filters.count < view.filters.count {
            message = "'\(view.name)' has steps or filters that cannot be read; they are left out"
        }
    }

    /// Has the funnel on the screen kept under a name.
    mutating func saveView(named name: String) -> [Effect] {
        let name = name.filter { !$0.isNewline }
        guard !name.allSatisfy(\.isWhitespace) else {
            message = "a saved funnel needs a name"
            return []
        }
        overlay = nil
        guard let query = FunnelScreen.query(self) else { return [] }
        funnel.name = name
        funnel.steps = query.steps
        return [
            .saveView(
                NamedView(
                    name: name,
                    steps: query.steps.map(\.text),
                    within: query.window.map(SpanText.commandText),
                    order: query.order.rawValue,
                    by: query.breakdown,
                    filters: filters.map(\.text)
                )
            )
        ]
    }
}
