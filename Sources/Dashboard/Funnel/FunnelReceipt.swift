import JourneyModel
import Wording

/// What a receipt on the Funnel screen is for: the figure under the cursor.
enum FunnelReceipt {
    static func subject(_ state: DashboardState) -> ReceiptSubject? {
        guard let result = FunnelScreen.result(state).value else { return nil }
        var subject: ReceiptSubject
        switch state.place.detail(FunnelDetail.self) {
        case .times: subject = times(result)
        case .step(let index): subject = next(result, step: index, state)
        case nil: subject = row(result, state)
        }
        let rules = subject.rules ?? result.receipt.definitions
        // What comes next, the time to convert and the breakdown are rules of figures of their own.
        subject.rules = rules.filter { $0 != .d9 || subject.measure?.definition == .d9 }
        return subject
    }

    private static func row(_ result: FunnelResult, _ state: DashboardState) -> ReceiptSubject {
        let whole = ReceiptSubject(
            title: "Converted",
            measure: result.rateOfAll,
            numbers: [ReceiptSubject.Number(DroppedText.word(result.query), NumberText.count(result.dropped))]
                + (result.pending == 0 ? [] : [ReceiptSubject.Number("pending", NumberText.count(result.pending))]),
            receipt: result.receipt
        )
        guard let index = state.cursor(panel: state.place.panel) else { return whole }
        if state.place.panel == FunnelScreen.groupsPanel {
            guard let group = FunnelScreen.groups(result, sort: state.place.sort).element(index) else { return whole }
            let median = group.medianTimeToConvert.map { [ReceiptSubject.Number("median", SpanText.text($0))] } ?? []
            return ReceiptSubject(
                title: "Converted, \(group.value)",
                measure: group.rate,
                row: result.query.breakdown.map { "\(Dimension.title($0)) \(group.value)" },
                numbers: [ReceiptSubject.Number(DroppedText.word(result.query), NumberText.count(group.dropped))]
                    + median,
                receipt: result.receipt
            )
        }
        guard index > 0, let step = result.steps.element(index) else { return whole }
        return ReceiptSubject(
            title: "\(step.name), of the step before",
            measure: step.ofPrevious,
            row: "step \(index + 1), \(step.name)",
            numbers: [
                ReceiptSubject.Number("of all who entered", NumberText.percent(step.ofEntered.value)),
                ReceiptSubject.Number(DroppedText.word(result.query) + " here", NumberText.count(step.dropped)),
            ],
            receipt: result.receipt
        )
    }

    private static func times(_ result: FunnelResult) -> ReceiptSubject {
        ReceiptSubject(
            title: "Time to convert",
            measure: nil,
            numbers: [ReceiptSubject.Number("converted", NumberText.count(result.timeToConvert.n))]
                + result.timeToConvert.quantiles.sorted { $0.key < $1.key }.map { quantile, span in
                    ReceiptSubject.Number("\(NumberText.percent(quantile, decimals: 0)) within", SpanText.text(span))
                },
            rules: [.d4, .d3, .d2, .d1],
            receipt: result.receipt
        )
    }

    /// Of those who went no further, who went where under the cursor.
    private static func next(_ result: FunnelResult, step index: Int, _ state: DashboardState) -> ReceiptSubject {
        guard let step = result.steps.element(index) else { return row(result, state) }
        guard let next = state.cursor().flatMap({ step.next.element($0) }) else {
            return ReceiptSubject(
                title: "\(step.name), of the step before",
                measure: step.ofPrevious,
                row: "step \(index + 1), \(step.name)",
                receipt: result.receipt
            )
        }
        return ReceiptSubject(
            title: "After \(step.name): \(NextText.name(next))",
            measure: .rate(next.subjects, of: step.dropped, .d9),
            isShare: true,
            row: "step \(index + 1), \(step.name)",
            rules: [.d9, .d3, .d2, .d1],
            receipt: result.receipt
        )
    }
}
