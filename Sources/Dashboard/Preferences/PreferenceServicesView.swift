import Canvas
import JourneyModel

/// The pipeline's figures service by service.
enum PreferenceServicesView {
    /// All of them, with every figure.
    static func draw(_ result: PreferencesResult, _ state: DashboardState, on canvas: inout Canvas) {
        let rows = PreferencesScreen.services(result, sort: state.place.sort, .preferenceServices)
        guard !rows.isEmpty else { return drawNone(on: &canvas) }
        let order = PreferencesScreen().orders(state).element(state.place.sort) ?? ""
        let title = "Services, \(order)"
        let table = Table(
            columns: [
                TableColumn("", minimum: canvas.measure(title) - 2, maximum: 44, priority: 10, grow: 1),
                TableColumn("people", align: .right, priority: 6),
                TableColumn("captured", align: .decimal, priority: 7),
                TableColumn("used", align: .decimal, priority: 8),
                TableColumn("honoured", align: .decimal, priority: 9),
                TableColumn("", minimum: 10, maximum: 40, priority: 3, grow: 1),
                TableColumn("n", align: .right, priority: 4),
            ],
            rows: rows.map { row in
                TableRow([
                    .text(row.service),
                    .text(NumberText.count(row.contacted)),
                    .spans(MeasureText.rate(row.captured)),
                    .spans(MeasureText.rate(row.used)),
                    .spans(MeasureText.rate(row.honoured)),
                    bar(row.honoured, state),
                    .text(n(row.honoured), .muted),
                ])
            },
            cursor: state.cursor(),
            list: 0
        )
        let reasons = reasons(rows)
        let height = max(0, min(canvas.height - (reasons.isEmpty ? 0 : 2), rows.count + 1))
        let rect = Rect(x: 0, y: 0, width: canvas.width, height: height)
        canvas.table(table, titled: title, in: rect)
        for (index, reason) in reasons.enumerated() { canvas.text(reason, y: height + 1 + index, .muted) }
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
                    bar(row.honoured, state),
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

    private static func bar(_ measure: Measure, _ state: DashboardState) -> TableCell {
        guard let value = measure.value else { return .blank }
        return .bar(Bar(value, interval: MeasureText.interval(measure), target: state.targets.preferenceHonoured))
    }

    private static func n(_ measure: Measure) -> String {
        measure.denominator.map { NumberText.decimal($0, decimals: 0) } ?? ""
    }

    /// Why figures are absent, each reason once.
    private static func reasons(_ rows: [PreferencesResult.ServiceRow]) -> [String] {
        var reasons: [String] = []
        for measure in rows.flatMap({ [$0.captured, $0.used, $0.honoured] }) where measure.value == nil {
            if let reason = measure.caveats.last, !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.map { "\(NumberText.absent) \($0)" }
    }
}
