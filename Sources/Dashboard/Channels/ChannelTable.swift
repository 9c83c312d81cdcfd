import Canvas
import JourneyModel
import Wording

/// The channels side by side: how much of everything each carries, what it completes and what that costs.
enum ChannelTable {
    static func table(_ totals: [ChannelsResult.Total], _ state: DashboardState) -> Table {
        let before = ChannelsScreen.before(state)
        let currency = ChannelsScreen.indicators(state).value?.currency
        let top = totals.compactMap { $0.share.high ?? $0.share.value }.max() ?? 1
        var columns = [
            TableColumn("", minimum: 10, maximum: 28, priority: 10),
            TableColumn("kind", priority: 3),
            TableColumn("events", align: .right, priority: 8),
            TableColumn("share", align: .decimal, priority: 9),
            TableColumn("", minimum: 8, maximum: 100, priority: 4, grow: 1),
        ]
        if before != nil { columns.append(TableColumn("change", align: .decimal, priority: 5)) }
        columns += [
            TableColumn(state.unit.plural, align: .right, priority: 6),
            TableColumn("completed", align: .right, priority: 7),
            TableColumn("cost each", align: .decimal, priority: 7),
        ]
        let rows = totals.map { total -> TableRow in
            var cells: [TableCell] = [
                .text(total.channel),
                .text(total.kind?.rawValue ?? NumberText.absent),
                .text(NumberText.count(total.events)),
                .spans(MeasureText.rate(total.share)),
                .bar(Bar(comparing: total.share, scale: top)),
            ]
            if let before { cells.append(.spans(change(total, before))) }
            cells += [
                .text(NumberText.count(total.subjects)),
                .text(total.completed.map { NumberText.count($0) } ?? NumberText.absent),
                .text(NumberText.money(total.costPerTransaction.value, currency: currency)),
            ]
            return TableRow(cells)
        }
        return Table(
            columns: columns,
            rows: rows,
            sort: sort(state.place.sort, columns.count),
            cursor: state.cursor(panel: ChannelsScreen.channelsPanel),
            list: ChannelsScreen.channelsPanel
        )
    }

    private static func sort(_ order: Int, _ columns: Int) -> Table.Sort {
        switch order {
        case 1: .init(column: columns - 1, isAscending: false)
        case 2: .init(column: 0, isAscending: true)
        default: .init(column: 2, isAscending: false)
        }
    }

    /// Channel shift in points (D19); muted where it is within its interval. More of a channel is neither good nor bad.
    private static func change(_ total: ChannelsResult.Total, _ before: ChannelsResult) -> [Span] {
        let was = before.totals.first { $0.channel == total.channel }?.events ?? 0
        guard let now = total.share.denominator, before.events > 0,
            let difference = newcombeDifference(total.events, of: Int(now), minus: was, of: before.events)
        else { return [Span(NumberText.absent, .muted)] }
        return [Span(NumberText.points(difference.value), difference.isSignificant ? .text : .muted)]
    }

    /// Why figures are absent, and what would bring them.
    static func notes(_ totals: [ChannelsResult.Total], _ state: DashboardState) -> [String] {
        oneChannel(state) + costs(totals, state.catalog)
    }

    /// There is nothing to compare where the store knows one channel, or none.
    private static func oneChannel(_ state: DashboardState) -> [String] {
        guard let channels = state.catalog?.channels, channels.count < 2 else { return [] }
        let what = channels.first.map { "only one channel is known, \($0.name)" } ?? "no event names a channel"
        return ["\(what): \(EmptyState.importCommand(state)) --column channel=COLUMN"]
    }

    private static func costs(_ totals: [ChannelsResult.Total], _ catalog: Catalog?) -> [String] {
        let isUnknown = totals.allSatisfy { $0.completed == nil }
        let costless = totals.first { $0.costPerTransaction.value == nil && (isUnknown || $0.completed != nil) }
        guard let reason = costless?.costPerTransaction.caveats.first else { return [] }
        let what = isUnknown ? "completed, cost each" : "cost each"
        let isUndeclared = catalog?.roles[.end]?.isEmpty ?? true
        let remedy = isUnknown && isUndeclared ? "; cxm declare --propose drafts the end points" : ""
        return ["\(NumberText.absent)  \(what): \(reason.text)\(remedy)"]
    }
}
