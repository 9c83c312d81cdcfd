import JourneyModel
import Wording

extension DashboardState {
    /// The funnel of the session.
    var funnel: FunnelState {
        get { states[FunnelState.self] }
        set { states[FunnelState.self] = newValue }
    }
}

/// The funnel of the session: which one it is and how it counts.
struct FunnelState: Hashable, Sendable {
    /// Nil: those of the first funnel.
    var steps: [FunnelStep]?
    /// The name it was saved or opened under.
    var name: String?
    var window: Milliseconds?
    var order: FunnelQuery.Order = .ordered
    var rules = FunnelRules()
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
    func changes(since before: FunnelState, _ state: DashboardState) -> [String] {
        var words: [String] = []
        if steps != before.steps {
            let steps = steps?.map(\.name).joined(separator: " \u{2192} ")
            words.append("steps " + (steps ?? "as the data suggests"))
        }
        if window != before.window {
            words.append(window.map { "within " + SpanText.text($0) } ?? "no limit of time")
        }
        if order != before.order { words.append("\(order.rawValue) order") }
        if rules != before.rules { words.append("rules of the funnel") }
        if breakdown != before.breakdown || breakdownIsChosen != before.breakdownIsChosen {
            words.append(breakdown.map { "by \(Dimension.title($0))" } ?? "nothing broken down")
        }
        return words
    }
}

extension FunnelState {
    /// Windows that people use.
    static let windows: [Milliseconds] = [.hour] + [1, 3, 7, 14, 28, 90, 365].map { $0 * .day }

    /// These, and none.
    static var windowChoices: [Choice] {
        [Choice(id: "0", label: "no limit", detail: "nobody is pending")]
            + windows.map { Choice(id: String($0), label: "within " + SpanText.text($0)) }
    }

    /// Takes the window that a choice's id stands for.
    mutating func setWindow(_ id: String) {
        window = Milliseconds(id).flatMap { $0 > 0 ? $0 : nil }
    }

    /// A length of time that was typed.
    static func typedWindow(_ text: String) -> Choice? {
        guard let span = try? SpanWord.parse(text), span > 0 else { return nil }
        return Choice(id: String(span), label: "within " + SpanText.text(span), detail: "as typed")
    }

    static var orderChoices: [Choice] {
        FunnelQuery.Order.allCases.map { order in
            Choice(id: order.rawValue, label: order.rawValue, detail: order.meaning)
        }
    }
}
