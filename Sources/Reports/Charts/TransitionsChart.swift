import JourneyModel
import Wording

extension PathsResult {
    private static let shown = 12

    /// The most frequent transitions, as bars beside the most frequent one.
    var transitionsChart: Chart? {
        let shown = transitions.prefix(Self.shown)
        guard let most = shown.map(\.count).max(), most > 0 else { return nil }
        let rows = shown.map { transition in
            BarChart.Row(
                "\(transition.from) → \(transition.to)",
                value: "\(NumberText.count(transition.count)) · \(NumberText.percent(transition.share.value))",
                share: transition.count.share(of: most)
            )
        }
        return BarChart.chart("The most frequent transitions: how often, and of all that follows the first", rows)
    }
}
