import JourneyModel
import Wording

/// Parts of the sentences that explain a screen.
enum Sentence {
    /// Fewer than these say little of everybody (the usual rule of thumb).
    static let fewest = 30

    /// Where a figure rests on few: that it does; else nil.
    static func few(_ count: Int, _ unit: CountingUnit) -> String? {
        guard count > 0, count < fewest else { return nil }
        return "These are only \(NumberText.counted(count, unit)): too few to say much."
    }

    /// ` (95% interval 36.8% to 39.7%)`, or nothing where there is none.
    static func interval(_ measure: Measure) -> String {
        guard let low = measure.low, let high = measure.high else { return "" }
        return " (95% interval \(NumberText.percent(low)) to \(NumberText.percent(high)))"
    }

    /// How a figure that should be high stands to its goal.
    static func goal(_ measure: Measure, _ goal: Double) -> String {
        let text = NumberText.percent(goal, decimals: 0)
        guard let value = measure.value, value < goal else { return "meets the goal of \(text)" }
        let isChance = measure.high.map { $0 >= goal } ?? false
        return "is below the goal of \(text)" + (isChance ? ", by no more than chance may explain" : "")
    }
}
