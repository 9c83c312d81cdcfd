import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let funnel = ScreenID("Funnel")
}

/// How many get how far, how long it takes, and where the others went (D2 to D9).
struct FunnelScreen: Screen {
    let id = ScreenID.funnel
    let digit: Character? = "2"
    let letter: Character? = "f"
    static let stepsPanel = 0
    static let groupsPanel = 1
    /// The index of the order that puts the lowest rate first.
    static let worstFirst = 1

    var bindings: [KeyBinding] { Self.keys }
    func bindings(everywhere part: KeyPart) -> [KeyBinding] { part == .scope ? [Self.breakDown] : [] }
    var details: (any ScreenDetail.Type)? { FunnelDetail.self }
    var tools: [any ScreenTool.Type] { [FunnelBuilder.self] }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] {
        var wanted: [Wanted] = []
        if let query = Self.query(state) {
            wanted.append(Slot.funnel.asks(query))
            if let before = Self.queryBefore(query, state) { wanted.append(Slot.funnelBefore.asks(before)) }
        }
        if state.funnel.steps == nil { wanted.append(Slot.firstFunnel.asks(FirstFunnelQuestion())) }
        if case .elsewhere = state.overlay, let query = Self.query(state) {
            wanted.append(Slot.funnelRules.asks(FunnelRulesQuery(funnel: query)))
        }
        return wanted
    }

    /// The question on the screen; nil until it is known which steps there are.
    static func query(_ state: DashboardState) -> FunnelQuery? {
        guard let catalog = state.catalog, let steps = steps(state), !steps.isEmpty else { return nil }
        var query = FunnelQuery(
            scope: state.questionScope,
            steps: steps,
            window: state.funnel.window ?? first(state)?.within,
            order: state.funnel.order,
            breakdown: state.funnel.breakdown(in: catalog)
        )
        state.funnel.rules.apply(to: &query, unit: state.scope.unit)
        return query
    }

    /// The same for the period before, all groups together; nil where nothing is compared.
    private static func queryBefore(_ query: FunnelQuery, _ state: DashboardState) -> FunnelQuery? {
        guard let scope = state.scopeBefore else { return nil }
        var before = query
        before.scope = scope
        before.breakdown = nil
        return before
    }

    /// The answer for the period before, where it belongs to the steps shown.
    static func before(_ state: DashboardState) -> FunnelResult? {
        guard state.scope.before != nil, let now = result(state).value,
            let before = state.answer(.funnelBefore).value, before.query.steps == now.query.steps
        else { return nil }
        return before
    }

    /// The steps chosen, else those of the first funnel; nil while that is not known.
    static func steps(_ state: DashboardState) -> [FunnelStep]? { state.funnel.steps ?? first(state)?.steps }

    /// Where the steps come from, unless somebody chose them; nil while it is not known.
    static func first(_ state: DashboardState) -> FirstFunnel? {
        guard state.funnel.steps == nil else { return nil }
        let first = state.answer(.firstFunnel)
        // Of older data it most likely says the same: the funnel need not wait for it.
        return !first.isStale || state.answers.answersWhatIsWanted(.firstFunnel) ? first.value : nil
    }

    static func result(_ state: DashboardState) -> Loadable<FunnelResult> {
        var result = state.answer(.funnel)
        if let first = first(state) {
            result = result.map { $0.query.steps == first.steps ? $0.opened(by: first) : $0 }
        }
        // Without these two the funnel is never asked for, so their failure is its own.
        if result.failure == nil, query(state) == nil {
            result.failure = state.answer(.catalog).failure ?? state.answer(.firstFunnel).failure
        }
        return result
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        guard let result = Self.result(state).value, !result.steps.isEmpty else { return [] }
        switch state.place.detail(FunnelDetail.self) {
        case .times: return []
        case .step(let index):
            guard result.steps.indices.contains(index) else { return [] }
            return [FunnelStepView.rows(result.steps[index])]
        case nil: break
        }
        let steps = result.steps.enumerated().map { ScreenRow(Self.rowID(step: $0.offset), text: $0.element.name) }
        let groups = Self.groups(result, sort: state.place.sort).map { ScreenRow($0.value) }
        return groups.isEmpty ? [steps] : [steps, groups]
    }

    /// Of the row of a step (0-based).
    static func rowID(step: Int) -> String { "step \(step)" }

    /// Of a step, who stopped there; of the last, and of the times, who converted; of a group, who entered.
    func people(_ state: DashboardState) -> SubjectGroup? {
        guard let result = Self.result(state).value else { return nil }
        switch state.place.detail(FunnelDetail.self) {
        case .times: return .funnel(result.query, .converted)
        case .step(let index): return Self.people(result, step: index)
        case nil:
            guard let row = state.selectedRow else { return nil }
            if state.place.panel == Self.groupsPanel { return .funnel(result.query, .group(row.id, .entered)) }
            return state.cursor(panel: Self.stepsPanel).flatMap { Self.people(result, step: $0) }
        }
    }

    /// A funnel counts from its first step on, a gap by its own rule.
    func difference(from origin: Place.Origin, _ state: DashboardState) -> String? {
        guard state.place.detail == nil, let result = Self.result(state).value, let entry = result.steps.first else {
            return nil
        }
        let lost = result.pending.isHidden || result.dropped.isHidden ? nil : result.pending + result.dropped
        guard lost != origin.people else { return nil }
        let shown = lost.map { "\(NumberText.count($0)) of \(NumberText.count(result.entered))" } ?? NumberText.absent
        return origin.words + " This funnel: \(shown) who came to \(entry.name) have not converted (D3)."
    }

    private static func people(_ result: FunnelResult, step index: Int) -> SubjectGroup? {
        guard let step = result.steps.element(index) else { return nil }
        if index == result.steps.lastIndex(where: { !$0.isOptional }) { return .funnel(result.query, .converted) }
        let part: FunnelPart =
            step.dropped != 0 ? .dropped(index + 1) : step.pending != 0 ? .pending(index + 1) : .reached(index + 1)
        return .funnel(result.query, part)
    }

    func orders(_ state: DashboardState) -> [String] {
        guard state.place.detail == nil, Self.result(state).value?.groups.isEmpty == false else { return [] }
        return orderNames(state.place)
    }

    func orderNames(_ place: Place) -> [String] {
        place.detail == nil ? ["number entered", "lowest rate first", "highest rate first", "value"] : []
    }

    /// The breakdown's rows in the order chosen.
    static func groups(_ result: FunnelResult, sort: Int) -> [FunnelResult.Group] {
        // An absent rate comes last either way.
        switch sort {
        case worstFirst: result.groups.sorted { ($0.rate.value ?? 2, $0.value) < ($1.rate.value ?? 2, $1.value) }
        case 2: result.groups.sorted { (-($0.rate.value ?? -1), $0.value) < (-($1.rate.value ?? -1), $1.value) }
        case 3: result.groups.sorted { $0.value < $1.value }
        default: result.groups
        }
    }

    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? {
        switch command {
        case .open: open(&state)
        case .own(.steps): state.overlay = .tool(FunnelBuilder(state))
        case .own(.window): state.overlay = .choice(.own(FunnelPicker.window), FilteredList())
        case .own(.order): state.overlay = .choice(.own(FunnelPicker.order), FilteredList())
        case .own(.breakDown): breakDown(&state)
        case .own(.times): state.push(Place(FunnelDetail.times, narrowing: state.place.narrowing))
        default: return nil
        }
        return []
    }

    /// The funnel is broken down in place, and so is it from where nothing else is under the cursor; elsewhere the figure of
    /// the row is.
    private func breakDown(_ state: inout DashboardState) {
        if state.place.screen != .funnel, let behind = state.figureBehind {
            state.overlay = .choice(.own(EquityPicker(behind: behind, takesDimensions: true)), FilteredList())
        } else {
            state.overlay = .choice(.own(FunnelPicker.breakdown), FilteredList())
        }
    }

    /// A step opens who stopped there; a group, the funnel of that group alone.
    private func open(_ state: inout DashboardState) {
        guard state.place.detail == nil, let row = state.selectedRow else { return }
        if state.place.panel == Self.groupsPanel, let by = Self.result(state).value?.query.breakdown {
            let filter = Filter(dimension: by, values: [row.id])
            state.push(Place(.funnel, narrowing: state.place.narrowing + [filter]))
        } else if let index = state.cursor(panel: Self.stepsPanel) {
            state.push(Place(FunnelDetail.step(index), narrowing: state.place.narrowing))
        }
    }

    // MARK: What it says of itself

    func crumb(_ place: Place, _ state: DashboardState) -> String? {
        switch place.detail(FunnelDetail.self) {
        case .times: return "time to convert"
        case .step(let index):
            guard let steps = Self.result(state).value?.steps, steps.indices.contains(index) else { return nil }
            return steps[index].name
        case nil: return state.funnel.name ?? Self.first(state)?.source?.title.lowercased()
        }
    }

    func unitText(_ state: DashboardState) -> [String] {
        var words = [state.unit.plural]
        if let window = state.funnel.window ?? Self.first(state)?.within {
            words.append("within " + SpanText.text(window))
        }
        if state.funnel.order != .ordered { words.append("\(state.funnel.order.rawValue) order") }
        return words + state.funnel.rules.words
    }

    func compares(_ place: Place) -> Bool { place.detail == nil }

    func headline(_ state: DashboardState) -> Headline? {
        Self.result(state).value.map { Headline(figure: NumberText.percent($0.rateOfAll.value), label: "convert") }
    }

    func command(_ state: DashboardState) -> [String] {
        guard var query = Self.query(state) else { return ["show", "funnel"] }
        // Without steps the command finds the same ones, and says where they come from.
        if state.funnel.steps == nil { query.steps = [] }
        return ["show", "funnel"] + DashboardState.words(for: query)
    }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        Self.result(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? { FunnelReceipt.subject(state) }

    func elsewhere(_ state: DashboardState) -> [PanelLine]? {
        Self.result(state).value == nil ? nil : FunnelRulesText.lines(state.answer(.funnelRules))
    }

    func explanation(_ state: DashboardState) -> [String] {
        Self.result(state).value.map { FunnelWords.sentences($0) } ?? []
    }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        FunnelView.draw(context, on: &canvas)
    }
}

extension Slot<FunnelQuery> {
    static var funnel: Slot { Slot("funnel") }
    /// The same funnel in the period before.
    static var funnelBefore: Slot { Slot("funnel before") }
}

extension Slot<FunnelRulesQuery> {
    /// The funnel by the rules of other tools.
    static var funnelRules: Slot { Slot("funnel rules") }
}

extension Slot<FirstFunnelQuestion> {
    /// The funnel where none was chosen.
    static var firstFunnel: Slot { Slot("first funnel") }
}
