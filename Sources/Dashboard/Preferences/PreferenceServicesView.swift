import Canvas
import JourneyModel
import Wording

/// The pipeline's figures service by service.
enum PreferenceServicesView {
    /// All of them, each with its pipeline.
    ///
    /// - Parameter list: the list whose rows these are.
    static func draw(_ result: PreferencesResult, _ state: DashboardState, list: Int, on canvas: inout Canvas) {
        let rows = PreferencesScreen.services(
            result,
            sort: state.place.sort,
            state.place.detail(PreferencesDetail.self)
        )
        guard !rows.isEmpty else { return drawNone(on: &canvas) }
        let isAlone = state.place.detail(PreferencesDetail.self) == .services
        let order = PreferencesScreen.serviceOrders.element(isAlone ? state.place.sort : 0) ?? ""
        let title = "Services, \(order)"
        let stages = stages(state.targets, width: canvas.width)
        let table = Table(
            columns: [
                TableColumn("", minimum: canvas.measure(title) - 2, maximum: 44, priority: 10, grow: 1),
                TableColumn("people", align: .right, priority: 6),
            ] + stages.flatMap(columns) + [TableColumn("n", align: .right, priority: 4)],
            rows: rows.map { row in
                TableRow(
                    [.text(row.service), .text(NumberText.count(row.contacted))]
                        + stages.flatMap { cells($0, row[keyPath: $0.figure]) } + [.text(n(row.honoured), .muted)]
                )
            },
            cursor: state.cursor(panel: list),
            list: list
        )
        let reasons = reasons(rows)
        let height = max(0, min(canvas.height - (reasons.isEmpty ? 0 : reasons.count + 1), rows.count + 1))
        canvas.table(table, titled: title, in: Rect(x: 0, y: 0, width: canvas.width, height: height))
        for (index, reason) in reasons.enumerated() { canvas.text(reason, y: height + 1 + index, .muted) }
    }

    /// How many lines all of them take, with their heading and why figures are absent.
    static func height(_ result: PreferencesResult) -> Int {
        let reasons = reasons(result.services).count
        return max(1, result.services.count) + 1 + (reasons == 0 ? 0 : reasons + 1)
    }

    /// A stage of the pipeline as a column of figures.
    private struct Stage {
        var title: String
        var figure: KeyPath<PreferencesResult.ServiceRow, Measure>
        var goal: Double?
        var priority: Int
        /// How wide a bar beside each figure may be; 0: there are none.
        var bar = 0
    }

    /// Each with its bar where there is room for all, one as wide as the other, because they are compared; else only the
    /// last, which the rows are sorted by.
    private static func stages(_ goals: Targets, width: Int) -> [Stage] {
        var stages = [
            Stage(title: "asked", figure: \.asked, priority: 5),
            Stage(title: "captured", figure: \.captured, goal: goals.preferenceCaptured, priority: 7),
            Stage(title: "used", figure: \.used, goal: goals.preferenceUsed, priority: 8),
            Stage(title: "honoured", figure: \.honoured, goal: goals.preferenceHonoured, priority: 9, bar: 40),
        ]
        if width >= 146 { for index in stages.indices { stages[index].bar = min(20, (width - 110) / stages.count) } }
        return stages
    }

    private static func columns(_ stage: Stage) -> [TableColumn] {
        let figures = TableColumn(stage.title, align: .decimal, priority: stage.priority)
        guard stage.bar > 0 else { return [figures] }
        return [figures, TableColumn("", minimum: 8, maximum: stage.bar, priority: 3, grow: 1)]
    }

    private static func cells(_ stage: Stage, _ measure: Measure) -> [TableCell] {
        let figure = TableCell.spans(MeasureText.rate(measure))
        return stage.bar > 0 ? [figure, bar(measure, goal: stage.goal)] : [figure]
    }

    /// The least honoured, for the first view.
    static func drawWorst(_ result: PreferencesResult, _ state: DashboardState, on canvas: inout Canvas) {
        let rows = PreferencesScreen.services(result, sort: 0, nil)
        guard !rows.isEmpty else { return drawNone(on: &canvas) }
        let table = Table(
            columns: [
                TableColumn("", minimum: 24, maximum: 40, priority: 10),
                TableColumn("honoured", align: .decimal, priority: 9),
                TableColumn("", minimum: 6, maximum: 24, priority: 3, grow: 1),
                TableColumn("n", align: .right, priority: 5),
            ],
            rows: rows.map { row in
                TableRow([
                    .text(row.service),
                    .spans(MeasureText.rate(row.honoured)),
                    bar(row.honoured, goal: state.targets.preferenceHonoured),
                    .text(n(row.honoured), .muted),
                ])
            },
            cursor: state.cursor(panel: PreferencesScreen.servicesPanel),
            list: PreferencesScreen.servicesPanel
        )
        canvas.table(table, titled: "Least honoured services")
    }

    private static func drawNone(on canvas: inout Canvas) {
        canvas.heading("Services")
        canvas.text("No contact in this scope names a service.", y: 1, .muted)
    }

    private static func bar(_ measure: Measure, goal: Double?) -> TableCell {
        guard let value = measure.value else { return .blank }
        return .bar(Bar(value, interval: MeasureText.interval(measure), target: goal))
    }

    private static func n(_ measure: Measure) -> String {
        measure.denominator.map { NumberText.decimal($0, decimals: 0) } ?? ""
    }

    /// Why figures are absent.
    private static func reasons(_ rows: [PreferencesResult.ServiceRow]) -> [String] {
        MeasureText.reasons(rows.flatMap { [$0.asked, $0.captured, $0.used, $0.honoured] })
    }
}
