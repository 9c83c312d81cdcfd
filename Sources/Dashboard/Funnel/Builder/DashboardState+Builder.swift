import Canvas
import JourneyModel

extension DashboardState {
    /// Gives a key to the builder. Each change is shown at once; Esc brings back what was there before.
    mutating func handleBuilder(_ key: Key, _ builder: FunnelBuilder) -> [Effect] {
        var next = builder
        switch (key, builder.isInRows) {
        case (.enter, true): return keep(builder)
        case (.escape, true): return leave(builder)
        case (.escape, false):
            // From a list that was opened from a row one comes back to the row.
            if builder.purpose == .step { return leave(builder) }
            next.isInRows = true
        case (.tab, false) where builder.purpose.choice?.takesSeveral == true: mark(&next)
        case (.tab, false), (.backTab, false): next.isInRows = true
        case (.tab, true), (.backTab, true): next.choose(.step)
        case (_, true): editRow(key, &next)
        case (_, false): editList(key, &next)
        }
        funnel = next.funnel
        overlay = .tool(next)
        return []
    }

    private mutating func keep(_ builder: FunnelBuilder) -> [Effect] {
        guard !builder.steps.isEmpty else {
            message = "a funnel needs at least one step"
            return []
        }
        overlay = nil
        funnel = builder.kept
        place.selections = [:]
        remember(builder.before, [])
        return []
    }

    private mutating func leave(_ builder: FunnelBuilder) -> [Effect] {
        overlay = nil
        funnel = builder.before.states[FunnelState.self]
        return []
    }

    private mutating func editRow(_ key: Key, _ builder: inout FunnelBuilder) {
        switch key {
        case .up, .character("k"): builder.selected = max(0, builder.selected - 1)
        case .down, .character("j"): builder.selected = min(builder.rows.count - 1, builder.selected + 1)
        case .home, .character("g"): builder.selected = 0
        case .end, .character("G"): builder.selected = builder.rows.count - 1
        case .character("K"), .character("<"), .left: builder.turnSelected(by: -1)
        case .character("J"), .character(">"), .right: builder.turnSelected(by: 1)
        case .character("d"), .delete, .backspace: builder.removeSelected()
        case .character("o"):
            if !builder.toggleOptional() { message = "only a step can be optional, and not the first: all enter there" }
        case .character("a"): builder.choose(.step)
        case .character("|"): builder.choose(.alternative)
        case .character("x"): builder.choose(.exclusion)
        case .character("w"): builder.choose(.window)
        case .character("f"):
            if case .rule = builder.row {
                message = "a condition belongs to a step or to a touchpoint that must not come between"
            } else {
                builder.choose(.condition)
            }
        case .character("z"):
            if !builder.undo() { message = "nothing has been changed yet" }
        default: break
        }
    }

    private mutating func editList(_ key: Key, _ builder: inout FunnelBuilder) {
        let found = choices(builder)
        let chosen = found.element(builder.list.selected)?.choice.id
        switch key {
        case .enter:
            if let chosen { take(chosen, &builder) }
        case .character("|") where builder.purpose == .step:
            guard let chosen else { return }
            builder.toggleAlternative(chosen)
            builder.choose(.step)
        case .ctrl("x") where builder.purpose == .step:
            guard let chosen else { return }
            builder.toggleExclusion(chosen)
            builder.choose(.step)
        // With nothing typed it takes away what was added last.
        case .backspace where builder.list.entry.text.isEmpty:
            if builder.purpose == .step { builder.removeSelected() } else { builder.isInRows = true }
        default:
            if let moved = builder.list.moved(by: key, count: found.count, page: max(1, size.height - 10)) {
                builder.list = moved.list
            }
        }
    }

    /// Does what the list is for with the row chosen.
    private func take(_ chosen: String, _ builder: inout FunnelBuilder) {
        switch builder.purpose {
        case .step:
            builder.add(chosen)
            builder.choose(.step)
            return
        case .alternative: builder.toggleAlternative(chosen)
        case .exclusion: builder.toggleExclusion(chosen)
        case .condition where chosen.isEmpty: builder.removeConditions()
        case .condition:
            builder.choose(.values(of: chosen))
            return
        case .values(let dimension): builder.set(Filter(dimension, chosen, builder.list))
        case .window: builder.change { $0.setWindow(chosen) }
        }
        builder.isInRows = true
    }

    private func mark(_ builder: inout FunnelBuilder) {
        let found = choices(builder)
        guard let chosen = found.element(builder.list.selected)?.choice.id else { return }
        builder.list.mark(chosen, of: found.count)
    }
}

extension FunnelBuilder {
    /// Opens the list for another purpose.
    mutating func choose(_ purpose: BuilderPurpose) {
        self.purpose = purpose
        list = FilteredList()
        isInRows = false
    }
}
