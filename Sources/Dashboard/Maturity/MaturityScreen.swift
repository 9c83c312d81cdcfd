import Canvas
import JourneyModel

extension ScreenID {
    public static let maturity = ScreenID("Maturity")
}

/// Which of the five stages is held, what each asks for, and what keeps the next one back (D24).
struct MaturityScreen: Screen {
    let id = ScreenID.maturity
    let digit: Character? = "6"
    let letter: Character? = "m"
    static let criteriaPanel = 0
    static let blockersPanel = 1

    var bindings: [KeyBinding] { Self.keys }
    var details: (any ScreenDetail.Type)? { MaturityDetail.self }
    var placeState: (any ScreenState.Type)? { MaturityPlace.self }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] {
        [Slot.maturity.asks(MaturityQuery(scope: state.questionScope))]
    }

    /// The answer; where criteria are supposed to be Fully met, the answer that the gate would give then.
    static func result(_ state: DashboardState) -> Loadable<MaturityResult> {
        measured(state).map { result in
            guard case .whatIf(let ids) = state.place.detail(MaturityDetail.self) else { return result }
            return result.supposing(fullyMet: ids)
        }
    }

    /// The answer as it is.
    static func measured(_ state: DashboardState) -> Loadable<MaturityResult> {
        state.answer(.maturity)
    }

    /// The stage whose criteria are shown: the one chosen, else the one to work towards.
    static func stage(_ result: MaturityResult, _ state: DashboardState) -> MaturityResult.Stage? {
        let number = state.place.stage ?? measured(state).value?.next ?? result.stages.count
        return result.stages.first { $0.number == number } ?? result.stages.last
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        guard let result = Self.result(state).value else { return [] }
        if case .criterion = state.place.detail(MaturityDetail.self) { return [] }
        let criteria =
            Self.stage(result, state)?.criteria.map { ScreenRow($0.id.rawValue, text: "\($0.id.rawValue) \($0.name)") }
            ?? []
        let blockers = result.blockers.map {
            ScreenRow($0.criterion.rawValue, text: "\($0.criterion.rawValue) \($0.name)")
        }
        return blockers.isEmpty ? [criteria] : [criteria, blockers]
    }

    func opensRows(_ state: DashboardState) -> Bool {
        switch state.place.detail(MaturityDetail.self) {
        case nil, .whatIf: true
        case .criterion: false
        }
    }

    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? {
        switch command {
        case .open:
            guard opensRows(state), let id = Self.selectedCriterion(state) else { return [] }
            push(.criterion(id), &state)
        case .left: moveStage(by: -1, &state)
        case .right: moveStage(by: 1, &state)
        case .own(.whatIf): suppose(&state)
        default: return nil
        }
        return []
    }

    private func push(_ detail: MaturityDetail, _ state: inout DashboardState) {
        var place = Place(detail, narrowing: state.place.narrowing)
        place.stage = state.place.stage
        if case .whatIf = detail {
            place.panel = state.place.panel
            place.selections = state.place.selections
        }
        state.push(place)
    }

    private func moveStage(by step: Int, _ state: inout DashboardState) {
        guard opensRows(state), let result = Self.result(state).value, let stage = Self.stage(result, state) else {
            return
        }
        let next = min(max(1, stage.number + step), max(1, result.stages.count))
        guard next != stage.number else { return }
        state.place.stage = next
        state.place.panel = Self.criteriaPanel
        state.place.selections[Self.criteriaPanel] = Selection()
    }

    /// Supposes that the criterion under the cursor were Fully met, or no longer does.
    private func suppose(_ state: inout DashboardState) {
        guard let result = Self.measured(state).value, let id = Self.selectedCriterion(state),
            let criterion = Self.criterion(id, result)
        else { return }
        if case .whatIf(var ids) = state.place.detail(MaturityDetail.self), ids.contains(id) {
            ids.remove(id)
            if ids.isEmpty, state.stack.count > 1 {
                state.stack.removeLast()
            } else {
                state.place.turn(to: MaturityDetail.whatIf(ids))
            }
            return
        }
        guard criterion.notApplicable == nil else {
            state.message = "\(id.rawValue) does not apply here, so the gate leaves it out"
            return
        }
        guard criterion.rating != .fully else {
            state.message = "\(id.rawValue) is Fully met already"
            return
        }
        if case .whatIf(let ids) = state.place.detail(MaturityDetail.self) {
            state.place.turn(to: MaturityDetail.whatIf(ids.union([id])))
        } else {
            push(.whatIf([id]), &state)
        }
    }

    /// The id of the criterion under the cursor, or of the one that is open.
    static func selectedCriterion(_ state: DashboardState) -> CriterionID? {
        if case .criterion(let id) = state.place.detail(MaturityDetail.self) { return id }
        return state.selectedRow.flatMap { CriterionID(rawValue: $0.id) }
    }

    static func criterion(_ id: CriterionID, _ result: MaturityResult) -> CriterionResult? {
        result.stages.flatMap(\.criteria).first { $0.id == id }
    }

    /// Of the criteria that count people, those who fall short.
    func people(_ state: DashboardState) -> SubjectGroup? {
        switch Self.selectedCriterion(state) {
        case .p1: .preferenceMissing
        case .p2: .preferenceNotUsed
        case .p3: .preferenceNotHonoured(channel: nil)
        case .p4: .contactedAfterWithdrawal
        default: nil
        }
    }

    // MARK: What it says of itself

    func crumb(_ place: Place, _ state: DashboardState) -> String? {
        switch place.detail(MaturityDetail.self) {
        case .criterion(let id): id.rawValue
        case .whatIf(let ids): "what if " + ids.sorted().map(\.rawValue).joined(separator: ", ")
        case nil: nil
        }
    }

    func unitText(_ state: DashboardState) -> [String] { ["five stages"] }

    func headline(_ state: DashboardState) -> Headline? {
        Self.result(state).value.map { result in
            Headline(
                figure: "stage \(result.stage)",
                label: MaturityText.name(result.stage, result) ?? "not yet started"
            )
        }
    }

    func command(_ state: DashboardState) -> [String] {
        guard case .whatIf(let ids) = state.place.detail(MaturityDetail.self), !ids.isEmpty else {
            return ["show", "maturity"]
        }
        return ["show", "maturity", "--suppose"] + ids.sorted().map(\.rawValue)
    }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        Self.result(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? {
        guard let result = Self.measured(state).value else { return nil }
        guard let id = Self.selectedCriterion(state), let criterion = Self.criterion(id, result) else {
            return ReceiptSubject(title: "Maturity", rules: [.d24], receipt: result.receipt)
        }
        let measure = Measure(
            value: criterion.value,
            denominator: criterion.n.map(Double.init),
            definition: .d24,
            caveats: [criterion.evidence]
        )
        return ReceiptSubject(
            title: "\(id.rawValue) \(criterion.name)",
            measure: measure,
            isShare: criterion.isShare,
            row: "criterion \(id.rawValue)",
            numbers: [ReceiptSubject.Number("rating", MaturityText.rating(criterion))],
            rules: [.d24] + id.rules.filter { $0 != .d24 },
            receipt: result.receipt
        )
    }

    func explanation(_ state: DashboardState) -> [String] {
        Self.measured(state).value.map { MaturityWords.sentences($0) } ?? []
    }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        MaturityView.draw(context, on: &canvas)
    }
}

extension Slot<MaturityQuery> {
    static var maturity: Slot { Slot("maturity") }
}
