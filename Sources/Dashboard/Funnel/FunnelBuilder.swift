import Canvas
import JourneyModel

/// A funnel being put together: touchpoints found by typing, and the steps made of them.
struct FunnelBuilder: Hashable, Sendable {
    var steps: [FunnelStep]
    /// The touchpoints to choose from.
    var list = FilteredList()
    /// The keys go to the steps, not to the list.
    var isInSteps = false
    var selectedStep = 0

    /// As many as an index answers (AnalysisError).
    static let mostSteps = 64

    // The numbers of the two lists, for clicks.
    static let touchpointList = 0
    static let stepList = 1

    init(steps: [FunnelStep]) {
        self.steps = steps
    }

    /// What the steps so far would give; nil without any.
    func query(_ state: DashboardState) -> FunnelQuery? {
        guard !steps.isEmpty else { return nil }
        var query = FunnelQuery(
            scope: state.questionScope,
            steps: steps,
            window: state.funnel.window,
            order: state.funnel.order
        )
        state.funnel.rules.apply(to: &query, unit: state.scope.unit)
        return query
    }

    mutating func add(_ touchpoint: String) {
        guard steps.count < Self.mostSteps else { return }
        steps.append(FunnelStep(touchpoint: touchpoint))
        selectedStep = steps.count - 1
    }

    /// Makes the touchpoint another way to take the last step.
    mutating func addAlternative(_ touchpoint: String) {
        guard !steps.isEmpty else { return add(touchpoint) }
        let predicate = StepPredicate(touchpoint: touchpoint)
        guard !steps[steps.count - 1].alternatives.contains(predicate) else { return }
        steps[steps.count - 1].alternatives.append(predicate)
    }

    mutating func removeSelected() {
        guard steps.indices.contains(selectedStep) else { return }
        steps.remove(at: selectedStep)
        selectedStep = min(selectedStep, max(0, steps.count - 1))
        // The first step is where everybody enters (D2).
        if !steps.isEmpty { steps[0].isOptional = false }
    }

    mutating func moveSelected(by distance: Int) {
        let target = selectedStep + distance
        guard steps.indices.contains(selectedStep), steps.indices.contains(target) else { return }
        steps.swapAt(selectedStep, target)
        selectedStep = target
        steps[0].isOptional = false
    }

    /// Returns false for the first step, which cannot be optional (D2).
    mutating func toggleOptional() -> Bool {
        guard selectedStep > 0, steps.indices.contains(selectedStep) else { return false }
        steps[selectedStep].isOptional.toggle()
        return true
    }
}

extension DashboardState {
    /// The touchpoints that fit what was typed, best match first, else most frequent first.
    func touchpoints(matching text: String) -> [(item: Catalog.Value, matches: Set<Int>)] {
        Fuzzy.sorted(catalog?.touchpoints ?? [], by: text) { $0.name }
    }

    mutating func handleBuilder(_ key: Key, _ builder: FunnelBuilder) -> [Effect] {
        var next = builder
        switch key {
        case .escape:
            overlay = nil
            return []
        case .tab, .backTab: next.isInSteps.toggle()
        case .enter where builder.isInSteps:
            guard !builder.steps.isEmpty else {
                message = "a funnel needs at least one step"
                return []
            }
            overlay = nil
            if funnel.steps != builder.steps { funnel.name = nil }
            funnel.steps = builder.steps
            place.selections = [:]
            return []
        default:
            if builder.isInSteps { editSteps(key, &next) } else { editTouchpoints(key, &next) }
        }
        overlay = .builder(next)
        return []
    }

    private mutating func editSteps(_ key: Key, _ builder: inout FunnelBuilder) {
        switch key {
        case .up, .character("k"): builder.selectedStep = max(0, builder.selectedStep - 1)
        case .down, .character("j"):
            builder.selectedStep = min(max(0, builder.steps.count - 1), builder.selectedStep + 1)
        case .character("K"), .character("<"), .left: builder.moveSelected(by: -1)
        case .character("J"), .character(">"), .right: builder.moveSelected(by: 1)
        case .character("d"), .delete, .backspace: builder.removeSelected()
        case .character("o"), .character("?"):
            if !builder.toggleOptional() { message = "everybody enters at the first step: it cannot be optional" }
        default: break
        }
    }

    private mutating func editTouchpoints(_ key: Key, _ builder: inout FunnelBuilder) {
        let found = touchpoints(matching: builder.list.entry.text)
        let chosen = found.indices.contains(builder.list.selected) ? found[builder.list.selected].item.name : nil
        switch key {
        case .enter:
            guard let chosen else { return }
            builder.add(chosen)
            builder.list = FilteredList()
        case .character("|"):
            guard let chosen else { return }
            builder.addAlternative(chosen)
            builder.list = FilteredList()
        case .backspace where builder.list.entry.text.isEmpty:
            builder.selectedStep = builder.steps.count - 1
            builder.removeSelected()
        default:
            if let moved = builder.list.moved(by: key, count: found.count, page: max(1, size.height - 10)) {
                builder.list = moved.list
            }
        }
    }
}
