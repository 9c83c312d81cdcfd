import Canvas
import JourneyModel
import Wording

/// The breakdown: a group a row, each against the rest.
enum FunnelGroups {
    /// `by channel of entry`.
    static func title(_ result: FunnelResult) -> String {
        let by = result.query.breakdown ?? ""
        return by == Dimension.channel ? "by channel of entry" : "by \(Dimension.title(by))"
    }

    static func draw(
        _ result: FunnelResult,
        _ groups: [FunnelResult.Group],
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let top = groups.compactMap { $0.rate.high ?? $0.rate.value }.max() ?? 1
        let rows = groups.map { group in
            TableRow([
                .text(group.value),
                .text(NumberText.count(group.entered)),
                .text(NumberText.count(group.converted)),
                .bar(bar(group, scale: top)),
                .spans(MeasureText.rate(group.rate)),
                .spans(ComparisonText.spans(group.againstRest)),
                .text(SpanText.text(group.medianTimeToConvert), .muted),
            ])
        }
        // The arrow stands where the order comes from.
        let sort: Table.Sort? =
            switch state.place.sort {
            case FunnelScreen.worstFirst: .init(column: 4, isAscending: true)
            case 2: .init(column: 4, isAscending: false)
            case 3: .init(column: 0, isAscending: true)
            default: .init(column: 1, isAscending: false)
            }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", maximum: 30, priority: 10),
                    TableColumn("entered", align: .right, priority: 7),
                    TableColumn("converted", align: .right, priority: 6),
                    TableColumn("", minimum: 10, maximum: 60, priority: 5, grow: 1),
                    TableColumn("rate", align: .decimal, priority: 9),
                    TableColumn("against the rest", align: .decimal, priority: 8),
                    TableColumn("median", align: .right, priority: 4),
                ],
                rows: rows,
                sort: sort,
                cursor: state.cursor(panel: FunnelScreen.groupsPanel),
                list: FunnelScreen.groupsPanel
            ),
            titled: title(result)
        )
    }

    /// The longest bar fills its column: rates of groups are compared with each other.
    private static func bar(_ group: FunnelResult.Group, scale: Double) -> Bar {
        let scale = scale > 0 ? scale : 1
        let interval = MeasureText.interval(group.rate).map { ($0.lowerBound / scale)...($0.upperBound / scale) }
        return Bar((group.rate.value ?? 0) / scale, interval: interval)
    }
}
