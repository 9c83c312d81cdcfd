import Canvas
import JourneyModel

/// The funnel builder in lines of text.
extension FunnelBuilder {
    func lines(_ state: DashboardState) -> ToolLines {
        let unit = before.scope.unit
        return ToolLines(
            title: "Steps of the funnel",
            prompt: "a touchpoint's number or name adds a step; remove; or NAME; exclude NAME; window 14d; "
                + "order, entry or ties for the next; done; back",
            rows: rows.map { row in
                switch row {
                case .step(let index):
                    "Step \(index + 1): \(steps[index].name)\(steps[index].isOptional ? ", optional" : "")"
                case .exclusion(let index): "Not between: \(funnel.rules.exclusions[index].touchpoint.name)"
                case .rule(let rule): "\(rule.rawValue): \(rule.value(funnel, unit: unit))"
                }
            },
            choices: state.choices(self).map { choice, _ in
                [choice.label, choice.detail].filter { !$0.isEmpty }.joined(separator: ", ")
            }
        )
    }

    /// After some of the keys the builder stands in its rows; a line begins in its list.
    func read(_ line: String, _ state: inout DashboardState) -> [Key] {
        var builder = self
        if builder.isInRows { builder.choose(.step) }
        defer { state.overlay = .tool(builder) }
        let (verb, rest) = line.firstWord
        switch verb.lowercased() {
        case "done": return [.tab, .enter]
        case "remove":
            builder.selected = max(0, builder.steps.count - 1)
            return [.ctrl("u"), .backspace]
        case "or" where !rest.isEmpty: return DashboardState.typing(rest, .character("|"))
        case "exclude" where !rest.isEmpty: return DashboardState.typing(rest, .ctrl("x"))
        case "window" where !rest.isEmpty:
            builder.choose(.window)
            return DashboardState.typing(rest, .enter)
        default: break
        }
        if let rule = FunnelRule(rawValue: line.lowercased()), let row = builder.rows.firstIndex(of: .rule(rule)) {
            builder.isInRows = true
            builder.selected = row
            return [.right]
        }
        if builder.list.select(line, of: state.choices(builder).count) { return [.enter] }
        builder.list.entry = TextEntry(line)
        return DashboardState.typing(line, choosingFrom: state.choices(builder))
    }
}
