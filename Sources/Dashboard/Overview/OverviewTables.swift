import Canvas
import JourneyModel
import Wording

/// The gaps by people affected, and the four figures service by service.
enum OverviewTables {
    static func gaps(_ gaps: [Gap], _ result: OverviewResult, _ state: DashboardState, on canvas: inout Canvas) {
        let hasBefore = gaps.contains { $0.before != nil }
        let hasCost = gaps.contains { $0.cost != nil || $0.isRedLine }
        let heading = "Gaps, by \(OverviewScreen().orders(state).element(state.place.sort) ?? "people affected")"
        // What a gap is comes before what it was; on a narrow screen the numbers come before both.
        var columns = [
            TableColumn("", minimum: canvas.width >= 72 ? 36 : 26, maximum: 60, priority: 10, grow: 1),
            TableColumn("people", align: .right, priority: 9),
            TableColumn("now", align: .decimal, priority: 9),
            TableColumn("goal", align: .decimal, priority: 8),
            TableColumn("", priority: 3),
        ]
        if hasBefore {
            columns.append(TableColumn("before", align: .decimal, priority: 4))
            columns.append(TableColumn("change", priority: 6))
        }
        if hasCost { columns.append(TableColumn("cost", align: .right, priority: 5)) }
        // Where there is much room, how many people that is can be seen as well as read.
        let mostPeople = canvas.width >= 150 ? gaps.map(\.people).max() : nil
        if mostPeople != nil {
            columns.insert(TableColumn("", minimum: 12, maximum: 60, priority: 1, grow: 1), at: 2)
            columns.insert(TableColumn("n", align: .right, priority: 2), at: 4)
        }
        let rows = gaps.map { gap -> TableRow in
            var cells: [TableCell] = [
                .text(gap.title.text, gap.isRedLine ? .bad.bold : .text),
                .text(NumberText.count(gap.people)),
                mostPeople != nil && gap.unit == .share
                    ? .spans(MeasureText.rate(gap.now)) : .text(text(gap.now.value, gap.unit)),
                .text(text(gap.target, gap.unit)),
                .text(gap.noun.text, .muted),
            ]
            if hasBefore {
                cells.append(.text(text(gap.before?.value, gap.unit), .muted))
                cells.append(.spans(change(gap, canvas.glyphs)))
            }
            if hasCost { cells.append(cost(gap, result.indicators.currency)) }
            if let mostPeople {
                cells.insert(.bar(Bar(Double(gap.people) / Double(max(1, mostPeople)))), at: 2)
                cells.insert(
                    .text(gap.now.denominator.map { NumberText.decimal($0, decimals: 0) } ?? "", .muted),
                    at: 4
                )
            }
            return TableRow(cells)
        }
        let cursor = state.cursor(panel: OverviewScreen.gapsPanel)
        canvas.table(
            Table(columns: columns, rows: rows, cursor: cursor, list: OverviewScreen.gapsPanel),
            titled: heading
        )
    }

    private static func text(_ value: Double?, _ unit: Gap.Unit) -> String {
        guard let value else { return NumberText.absent }
        return switch unit {
        case .share: NumberText.percent(value)
        case .count: NumberText.decimal(value, decimals: value == value.rounded() ? 0 : 1)
        case .span: SpanText.text(value)
        }
    }

    /// Which way it went, and whether that is better: an arrow alone does not say it.
    private static func change(_ gap: Gap, _ glyphs: GlyphSet) -> [Span] {
        guard let now = gap.now.value, let was = gap.before?.value else { return [Span(NumberText.absent, .muted)] }
        let isChance =
            gap.change.map { !$0.isSignificant } ?? gap.before.map { MeasureText.isWithinChance(gap.now, $0) }
        if now == was || isChance == true { return [Span(glyphs.flat, .muted)] }
        let isBetter = (now < was) == gap.lowerIsBetter
        return [
            MeasureText.direction(now - was, isBetter ? "better" : "worse", lowerIsBetter: gap.lowerIsBetter, glyphs)
        ]
    }

    private static func cost(_ gap: Gap, _ currency: String?) -> TableCell {
        if gap.isRedLine { return .text("act now", .bad.bold) }
        return gap.cost.map { .text(NumberText.money($0, currency: currency)) } ?? .blank
    }

    static func services(_ result: OverviewResult, _ state: DashboardState, on canvas: inout Canvas) {
        let currency = result.indicators.currency
        let goal = "goal \(NumberText.percent(result.query.targets.completion, decimals: 0))"
        let rows = result.indicators.services.map { row in
            TableRow([
                .text(row.service),
                .spans(MeasureText.rate(row.indicators.completion)),
                .bar(
                    Bar(
                        row.indicators.completion.value ?? 0,
                        interval: MeasureText.interval(row.indicators.completion),
                        target: result.query.targets.completion
                    )
                ),
                .spans(MeasureText.rate(row.indicators.takeUp)),
                .text(NumberText.money(row.indicators.costPerTransaction.value, currency: currency)),
                .spans(MeasureText.rate(row.indicators.satisfaction)),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 12, maximum: 34, priority: 10, grow: 1),
                    TableColumn("completion", align: .decimal, priority: 9),
                    TableColumn("\(canvas.glyphs.target) \(goal)", minimum: 12, maximum: 100, priority: 2, grow: 1),
                    TableColumn("take-up", align: .decimal, priority: 6),
                    TableColumn("cost", align: .decimal, priority: 5),
                    TableColumn("satisfaction", align: .decimal, priority: 4),
                ],
                rows: rows,
                cursor: state.cursor(panel: OverviewScreen.servicesPanel),
                list: OverviewScreen.servicesPanel
            ),
            titled: "Services"
        )
    }
}

extension Array {
    /// The element there; nil where there is none.
    func element(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
