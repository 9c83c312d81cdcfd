import JourneyModel
import Wording

extension MaturityResult {
    /// The stages from the first on, how far each is, and which are held.
    var stagesChart: Chart? {
        guard !stages.isEmpty else { return nil }
        let rows = stages.map { stage -> BarChart.Row in
            let score = stage.score.map { NumberText.decimal($0, decimals: 0) } ?? NumberText.absent
            return BarChart.Row(
                "\(stage.number) \(stage.name)",
                value: "\(state(of: stage)) · \(score)",
                share: stage.score.map { $0 / 100 },
                ink: stage.isHeld ? .figure : .pending
            )
        }
        return BarChart.chart(
            "Stages, and how much of each is met (of 100)",
            rows,
            legend: [.init(.figure, "held"), .init(.pending, "not held")]
        )
    }
}
