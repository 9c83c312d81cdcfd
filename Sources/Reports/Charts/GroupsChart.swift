import JourneyModel
import Wording

/// A rate for each group of people, beside each other with their intervals.
enum GroupsChart {
    private static let shown = 12

    /// - Parameter groups: in the order of the table; those without a rate are left to it.
    static func chart(_ title: String, _ groups: [(name: String, rate: Measure)]) -> Chart? {
        let rows = groups.filter { $0.rate.value != nil }.prefix(shown).map { group -> BarChart.Row in
            let rate = group.rate
            let margin = NumberText.margin(rate).map { " " + $0 } ?? ""
            var row = BarChart.Row(group.name, value: NumberText.percent(rate.value) + margin, share: rate.value)
            if let low = rate.low, let high = rate.high { row.interval = (low, high) }
            row.note = rate.denominator.map { "n \(NumberText.decimal($0, decimals: 0))" }
            return row
        }
        guard rows.count > 1 else { return nil }
        return BarChart.chart(title, rows, legend: [.init(.figure, "rate"), .init(.whisker, "95% interval")])
    }
}
