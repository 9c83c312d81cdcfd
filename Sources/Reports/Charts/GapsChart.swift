import JourneyModel
import Wording

extension OverviewResult {
    private static let shown = 8

    /// The gaps as bars of the people affected, as the table ranks them.
    var gapsChart: Chart? {
        let shown = gaps.prefix(Self.shown)
        guard let most = shown.map(\.people).max(), most > 0 else { return nil }
        let rows = shown.map { gap in
            BarChart.Row(
                gap.title.text,
                value: NumberText.counted(gap.people, .person),
                share: gap.people.share(of: most),
                note: "now \(gap.text(of: gap.now.value)), goal \(gap.text(of: gap.target)) \(gap.noun.text)"
            )
        }
        return BarChart.chart("Gaps, by people affected", rows)
    }
}
