import Canvas
import JourneyModel

/// The funnel builder in lines of text.
extension DashboardState {
    func plainView(of builder: FunnelBuilder) -> PlainView {
        let commands =
            "a touchpoint's number or name adds a step; remove; or NAME; exclude NAME; window 14d; "
            + "order, entry or ties for the next; done; back"
        var view = PlainView(head: ["Steps of the funnel"], prompt: commands)
        let unit = builder.before.scope.unit
        view.lines = builder.rows.map { row in
            switch row {
            case .step(let index):
                "Step \(index + 1): \(builder.steps[index].name)\(builder.steps[index].isOptional ? ", optional" : "")"
            case .exclusion(let index): "Not between: \(builder.funnel.rules.exclusions[index].touchpoint.name)"
            case .rule(let rule): "\(rule.rawValue): \(rule.value(builder.funnel, unit: unit))"
            }
        }
        view.choices = choices(builder).map { choice, _ in
            [choice.label, choice.detail].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return view
    }

    /// The keys that a line stands for. After some of them the builder stands in its rows; a line begins in its list.
    mutating func read(_ words: String, for open: FunnelBuilder) -> PlainInput {
        var builder = open
        if builder.isInRows { builder.choose(.step) }
        defer { overlay = .builder(builder) }
        let (verb, rest) = words.firstWord
        switch verb.lowercased() {
        case "done": return .keys([.tab, .enter])
        case "remove":
            builder.selected = max(0, builder.steps.count - 1)
            return .keys([.ctrl("u"), .backspace])
        case "or" where !rest.isEmpty: return Self.typing(rest, .character("|"))
        case "exclude" where !rest.isEmpty: return Self.typing(rest, .ctrl("x"))
        case "window" where !rest.isEmpty:
            builder.choose(.window)
            return Self.typing(rest, .enter)
        default: break
        }
        if let rule = FunnelRule(rawValue: words.lowercased()), let row = builder.rows.firstIndex(of: .rule(rule)) {
            builder.isInRows = true
            builder.selected = row
            return .keys([.right])
        }
        if builder.list.select(words, of: choices(builder).count) { return .keys([.enter]) }
        builder.list.entry = TextEntry(words)
        return Self.typing(words, choosingFrom: choices(builder))
    }
}
