import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let data = ScreenID("Data")
}

/// What the store holds, where it came from, what was not taken in and what to look at twice (D26 to D28).
struct DataScreen: Screen {
    let id = ScreenID.data
    let digit: Character? = "0"
    let letter: Character? = "d"

    var bindings: [KeyBinding] { Self.keys }
    var details: (any ScreenDetail.Type)? { DataDetail.self }

    // MARK: What it asks

    func questions(_ state: DashboardState) -> [Wanted] { [Slot.summary.asks(SummaryQuestion())] }

    static func summary(_ state: DashboardState) -> Loadable<StoreSummary> {
        state.answer(.summary)
    }

    // MARK: What the keys do

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        guard state.place.detail == nil, let summary = Self.summary(state).value else { return [] }
        return DataPanel.allCases.map { $0.rows(summary, isKiosk: state.store.isKiosk) }
    }

    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? {
        guard command == .open else { return nil }
        open(&state)
        return []
    }

    private func open(_ state: inout DashboardState) {
        guard state.place.detail == nil, let summary = Self.summary(state).value,
            let panel = DataPanel(rawValue: state.place.panel),
            let index = state.cursor(panel: panel.rawValue)
        else { return }
        switch panel {
        case .sources:
            guard let source = summary.sources.element(index) else { return }
            state.push(Place(DataDetail.source(source.name), narrowing: state.place.narrowing))
        case .rejects:
            guard let row = summary.rejects.element(index) else { return }
            state.push(Place(DataDetail.reject(row), narrowing: state.place.narrowing))
        case .findings: state.message = summary.findings.element(index).map { FindingAdvice.text($0) }
        case .dimensions:
            guard let dimension = summary.dimensions.element(index)?.name else { return }
            state.overlay = .choice(.filterValue(dimension: dimension), FilteredList())
        }
    }

    // MARK: What it says of itself

    func crumb(_ place: Place, _ state: DashboardState) -> String? {
        switch place.detail(DataDetail.self) {
        case .source(let name): name
        case .reject(let row): "\(row.source), line \(NumberText.count(row.reject.line))"
        case nil: nil
        }
    }

    /// Filters and period do not touch what is in the store.
    func unitText(_ state: DashboardState) -> [String] { ["the whole store"] }

    func headline(_ state: DashboardState) -> Headline? {
        Self.summary(state).value.map { Headline(figure: NumberText.count($0.events), label: "events") }
    }

    var takesScope: Bool { false }

    func command(_ state: DashboardState) -> [String] { ["info"] }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        Self.summary(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? {
        Self.summary(state).value.map { DataReceipt.subject($0, state) }
    }

    func explanation(_ state: DashboardState) -> [String] {
        Self.summary(state).value.map { DataWords.sentences($0, state) } ?? []
    }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        DataView.draw(context.state, on: &canvas)
    }

    private static var keys: [KeyBinding] {
        let isRejects: @Sendable (DashboardState) -> Bool = { $0.place.panel == DataPanel.rejects.rawValue }
        let isTop: @Sendable (DashboardState) -> Bool = { $0.place.detail == nil && !$0.rows.isEmpty }
        return [
            KeyBinding(
                [.enter],
                .open,
                "look closer",
                "a source's imports, a rejected row, what to do about a finding, a dimension's values",
                priority: 90,
                applies: isTop,
                blocked: { $0.store.isKiosk && isRejects($0) ? RejectWords.kioskReason : nil }
            ),
            KeyBinding(
                [.tab],
                .nextPanel,
                "next list",
                "sources, rejected rows, findings, dimensions",
                priority: 75,
                applies: { isTop($0) && $0.panels.filter { !$0.isEmpty }.count > 1 }
            ),
        ]
    }
}
