import Canvas
import JourneyModel

/// A funnel being put together: its steps, exclusions and rules as rows, and a list to choose from by typing. The screen
/// shows the funnel as it is at the moment.
struct FunnelBuilder: Hashable, Sendable {
    private(set) var funnel: FunnelState
    /// What was shown when the builder was opened.
    let before: ViewMoment
    /// What the data suggests, until steps are chosen.
    private let suggested: [FunnelStep]
    /// The funnel before each change, the latest last.
    private var earlier: [FunnelState] = []

    /// What the list is for.
    var purpose = BuilderPurpose.step
    var list = FilteredList()
    /// The keys go to the rows, not to the list.
    var isInRows = false
    var selected = 0

    /// As many as an index answers (AnalysisError).
    static let mostSteps = 64

    // The numbers of the two lists, for clicks.
    static let choiceList = 0
    static let rowList = 1

    init(_ state: DashboardState) {
        funnel = state.funnel
        before = state.moment
        suggested = FunnelScreen.steps(state) ?? []
        selected = max(0, suggested.count - 1)
    }

    var steps: [FunnelStep] { funnel.steps ?? suggested }

    /// What a cursor can stand on.
    enum Row: Hashable, Sendable {
        case step(Int)
        case exclusion(Int)
        case rule(FunnelRule)
    }

    var rows: [Row] {
        steps.indices.map { .step($0) } + funnel.rules.exclusions.indices.map { .exclusion($0) }
            + FunnelRule.allCases.filter { $0.applies(to: funnel) }.map { .rule($0) }
    }

    var row: Row? { rows.element(selected) }

    /// The step that the cursor is on, else the last.
    var stepAtCursor: Int {
        if case .step(let index) = row { index } else { steps.count - 1 }
    }

    /// Changes the funnel; ``undo()`` takes it back.
    mutating func change(_ edit: (inout FunnelState) -> Void) {
        var next = funnel
        edit(&next)
        guard next != funnel else { return }
        // A name belongs to the steps that it was given to.
        if (next.steps ?? suggested) != steps { next.name = nil }
        earlier.append(funnel)
        funnel = next
        selected = min(selected, rows.count - 1)
    }

    mutating func changeSteps(_ edit: (inout [FunnelStep]) -> Void) {
        var next = steps
        edit(&next)
        // The first step is where everybody enters (D2).
        if !next.isEmpty { next[0].isOptional = false }
        change { $0.steps = next }
    }

    /// Takes the last change back; false where there was none.
    mutating func undo() -> Bool {
        guard let last = earlier.popLast() else { return false }
        funnel = last
        selected = min(selected, rows.count - 1)
        return true
    }

    /// The funnel with its steps chosen, whether or not they were changed.
    var kept: FunnelState {
        var kept = funnel
        kept.steps = steps
        return kept
    }
}

extension FunnelBuilder {
    /// Adds a step after the one under the cursor.
    mutating func add(_ touchpoint: String) {
        guard steps.count < Self.mostSteps else { return }
        let place = stepAtCursor + 1
        changeSteps { $0.insert(FunnelStep(touchpoint: touchpoint), at: place) }
        selected = place
    }

    /// Makes the touchpoint another way to take the step under the cursor, or no longer one.
    mutating func toggleAlternative(_ touchpoint: String) {
        guard let step = steps.element(stepAtCursor) else { return add(touchpoint) }
        let index = stepAtCursor
        changeSteps { steps in
            steps[index].alternatives.removeAll { $0.touchpoint == touchpoint }
            if steps[index].alternatives.count == step.alternatives.count {
                steps[index].alternatives.append(StepPredicate(touchpoint: touchpoint))
            }
            // A step is at least one touchpoint.
            if steps[index].alternatives.isEmpty { steps[index] = step }
        }
    }

    /// Makes the touchpoint one that must not come on the way, or no longer one.
    mutating func toggleExclusion(_ touchpoint: String) {
        let exclusion = FunnelQuery.Exclusion(touchpoint: StepPredicate(touchpoint: touchpoint))
        let isNew = !funnel.rules.exclusions.contains(exclusion)
        change {
            $0.rules.exclusions.removeAll { $0 == exclusion }
            if isNew { $0.rules.exclusions.append(exclusion) }
        }
        if isNew, let place = rows.firstIndex(of: .exclusion(funnel.rules.exclusions.count - 1)) { selected = place }
    }

    /// Keeps the row under the cursor to events that meet `filter`; one on the same dimension goes.
    mutating func set(_ filter: Filter) {
        changePredicates { predicate in
            predicate.filters.removeAll { $0.dimension == filter.dimension }
            predicate.filters.append(filter)
        }
    }

    mutating func removeConditions() { changePredicates { $0.filters = [] } }

    /// What the conditions of the row under the cursor are about, most of all none.
    var conditions: [Filter] {
        switch row {
        case .step(let index): steps[index].alternatives.flatMap(\.filters)
        case .exclusion(let index): funnel.rules.exclusions[index].touchpoint.filters
        case .rule, nil: []
        }
    }

    private mutating func changePredicates(_ edit: (inout StepPredicate) -> Void) {
        switch row {
        case .step(let index):
            changeSteps { steps in
                for place in steps[index].alternatives.indices { edit(&steps[index].alternatives[place]) }
            }
        case .exclusion(let index): change { edit(&$0.rules.exclusions[index].touchpoint) }
        case .rule, nil: break
        }
    }

    mutating func removeSelected() {
        switch row {
        case .step(let index):
            changeSteps { $0.remove(at: index) }
            selected = min(index, max(0, steps.count - 1))
        case .exclusion(let index): change { $0.rules.exclusions.remove(at: index) }
        case .rule, nil: break
        }
    }

    /// Moves a step, or gives a rule its next value.
    mutating func turnSelected(by distance: Int) {
        switch row {
        case .step(let index) where steps.indices.contains(index + distance):
            changeSteps { $0.swapAt(index, index + distance) }
            selected = index + distance
        case .rule(let rule):
            let unit = before.scope.unit
            change { rule.turn(&$0, by: distance, unit: unit) }
        case .step, .exclusion, nil: break
        }
    }

    /// False for the first step, which cannot be optional (D2), and where the row is no step.
    mutating func toggleOptional() -> Bool {
        guard case .step(let index) = row, index > 0 else { return false }
        changeSteps { $0[index].isOptional.toggle() }
        return true
    }
}
