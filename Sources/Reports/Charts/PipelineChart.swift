import JourneyModel
import Wording

extension PreferencesResult {
    /// From asking to honouring: each step as a share of its own whole, with its interval.
    var pipelineChart: Chart? {
        let steps = pipeline.prefix { $0.key != "content_captured" }.filter { $0.measure.value != nil }
        guard !steps.isEmpty else { return nil }
        let rows = steps.map { step -> BarChart.Row in
            let measure = step.measure
            var row = BarChart.Row(step.name, value: NumberText.percent(measure.value), share: measure.value)
            if let low = measure.low, let high = measure.high { row.interval = (low, high) }
            row.note = measure.denominator.map { "of \(NumberText.decimal($0, decimals: 0)) \(step.of)" }
            return row
        }
        return BarChart.chart(
            "From asking to honouring",
            rows,
            legend: [.init(.figure, "share"), .init(.whisker, "95% interval")]
        )
    }
}
