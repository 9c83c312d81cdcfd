import Canvas
import JourneyModel
import Wording

extension ScreenID {
    public static let overview = ScreenID("Overview")
}

/// The four service KPIs, the gaps by people affected, the maturity stage (experience: mind the gap).
struct OverviewScreen: Screen {
    let id = ScreenID.overview
    let digit: Character? = "1"
    let letter: Character? = "o"
    static let gapsPanel = 0
    static let servicesPanel = 1

    func questions(_ state: DashboardState) -> [Wanted] {
        [
            Slot.overview.asks(
                OverviewQuery(scope: state.questionScope, before: state.scope.before, targets: state.goals)
            )
        ]
    }

    static func result(_ state: DashboardState) -> Loadable<OverviewResult> {
        state.answer(.overview)
    }

    func panels(_ state: DashboardState) -> [[ScreenRow]] {
        guard let result = Self.result(state).value, Self.hasData(result) else { return [] }
        let gaps = Self.gaps(result, sort: state.place.sort).map { ScreenRow($0.group.text, text: $0.title.text) }
        let services = result.indicators.services.map { ScreenRow($0.service) }
        return services.isEmpty ? [gaps] : [gaps, services]
    }

    /// Whether there is anything to show: a figure or a gap.
    static func hasData(_ result: OverviewResult) -> Bool {
        let overall = result.indicators.overall
        let figures = [overall.completion, overall.takeUp, overall.costPerTransaction, overall.satisfaction]
        return !result.gaps.isEmpty || figures.contains { $0.value != nil } || !result.indicators.services.isEmpty
    }

    func orders(_ state: DashboardState) -> [String] {
        (Self.result(state).value?.gaps.count ?? 0) > 1 ? orderNames(state.place) : []
    }

    func orderNames(_ place: Place) -> [String] { ["people affected", "cost", "name"] }

    /// The gaps in the order chosen; the answer's own has red lines first, then by people.
    static func gaps(_ result: OverviewResult, sort: Int) -> [Gap] {
        switch sort {
        case 1:
            result.gaps.sorted {
                (-($0.cost ?? 0), -$0.people, $0.title.text) < (-($1.cost ?? 0), -$1.people, $1.title.text)
            }
        case 2: result.gaps.sorted { $0.title.text < $1.title.text }
        default: result.gaps
        }
    }

    /// The gap under the cursor.
    static func selectedGap(_ state: DashboardState) -> Gap? {
        guard let result = result(state).value, let index = state.cursor(panel: gapsPanel) else { return nil }
        let gaps = gaps(result, sort: state.place.sort)
        return gaps.indices.contains(index) ? gaps[index] : nil
    }

    func perform(_ command: Command, _ state: inout DashboardState) -> [Effect]? {
        guard case .open = command, state.place.detail == nil else { return nil }
        if state.place.panel == Self.servicesPanel, let row = state.selectedRow {
            let filter = Filter(dimension: Dimension.service, values: [row.id])
            var next = Place(.funnel, narrowing: state.place.narrowing + [filter])
            let services = Self.result(state).value?.indicators.services
            next.origin = services?.first { $0.service == row.id }.map { service in
                Place.Origin(
                    group: .unfinished(service: row.id),
                    narrowing: state.place.narrowing,
                    people: service.unfinished,
                    row: FunnelScreen.rowID(step: 0)
                )
            }
            state.push(next)
            return []
        }
        if let gap = Self.selectedGap(state) { state.push(gap.explained(from: state.place)) }
        return []
    }

    /// Of a gap, whom it counts; of a service, who did not finish it.
    func people(_ state: DashboardState) -> SubjectGroup? {
        if let gap = Self.selectedGap(state) { return gap.group }
        return state.selectedRow.map { .unfinished(service: $0.id) }
    }

    func compares(_ place: Place) -> Bool { place.detail == nil }

    func headline(_ state: DashboardState) -> Headline? {
        Self.result(state).value.map {
            Headline(figure: NumberText.percent($0.indicators.overall.completion.value), label: "completion")
        }
    }

    func command(_ state: DashboardState) -> [String] {
        let before = state.scope.before.map { ["--before", $0.periodText(in: state.scope.zone)] }
        return ["show", "overview"] + (before ?? [])
    }

    func exported(_ state: DashboardState) -> Loadable<Export.Content> {
        Self.result(state).map(Export.Content.init)
    }

    func receipt(_ state: DashboardState) -> ReceiptSubject? {
        guard let result = Self.result(state).value else { return nil }
        let indicators = result.indicators
        if state.place.panel == Self.servicesPanel,
            let row = state.cursor(panel: Self.servicesPanel).flatMap({ indicators.services.element($0) })
        {
            return ReceiptSubject(
                title: "Completion, \(row.service)",
                measure: row.indicators.completion,
                row: "service \(row.service)",
                numbers: [
                    ReceiptSubject.Number("not completed", NumberText.counted(row.unfinished, CountingUnit.person))
                ],
                rules: SubjectGroup.unfinished(service: row.service).rules,
                receipt: indicators.receipt
            )
        }
        guard let gap = Self.selectedGap(state) else {
            return ReceiptSubject(
                title: "Completion",
                measure: indicators.overall.completion,
                receipt: indicators.receipt
            )
        }
        return ReceiptSubject(
            title: gap.title.text,
            measure: gap.now,
            isShare: gap.unit == .share,
            row: gap.group.figureTitle,
            numbers: [ReceiptSubject.Number("affected", NumberText.counted(gap.people, CountingUnit.person))],
            rules: gap.group.rules,
            receipt: gap.receipt ?? indicators.receipt
        )
    }

    func explanation(_ state: DashboardState) -> [String] {
        Self.result(state).value.map { OverviewWords.sentences($0) } ?? []
    }

    func draw(_ context: ViewContext, on canvas: inout Canvas) {
        OverviewView.draw(context, on: &canvas)
    }
}

extension Slot<OverviewQuery> {
    static var overview: Slot { Slot("overview") }
}
