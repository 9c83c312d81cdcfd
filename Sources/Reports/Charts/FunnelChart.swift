import JourneyModel
import Wording

extension FunnelResult {
    /// Who reached each step, as a share of those who entered: who went on, who is pending, who dropped, and where
    /// those went.
    var chart: Chart? {
        guard entered > 0, steps.count > 1 else { return nil }
        let word = DroppedText.word(query)
        let rows = steps.enumerated().map { index, step -> BarChart.Row in
            let name = "\(index + 1) \(step.name)" + (step.isOptional ? " (optional)" : "")
            let share = index == 0 ? "" : " · \(NumberText.percent(step.ofPrevious.value))"
            var row = BarChart.Row(name, value: NumberText.count(step.reached) + share, share: nil)
            // What is hidden has no length; it is worded.
            let (pending, dropped) = (step.pending.drawn, step.dropped.drawn)
            let parts: [(Int, Chart.Ink)] = [
                (max(0, step.reached - dropped - pending), .figure), (pending, .pending), (dropped, .dropped),
            ]
            row.parts = parts.compactMap { count, ink in count.share(of: entered).map { ($0, ink) } }
            if index > 0, let low = step.ofEntered.low, let high = step.ofEntered.high { row.interval = (low, high) }
            row.note = step.note(dropped: word)
            return row
        }
        return BarChart.chart(
            "Steps: who reached each, of those who entered",
            rows,
            legend: [
                .init(.figure, "went on"), .init(.pending, "pending"), .init(.dropped, word),
                .init(.whisker, "95% interval of all who reached the step"),
            ]
        )
    }
}

extension FunnelResult.Step {
    /// `1,102 dropped:  nothing 61%, phone call 18%`; nil where nobody is missing.
    fileprivate func note(dropped word: String) -> String? {
        guard dropped != 0 || pending != 0 else { return nil }
        var parts: [String] = []
        if dropped != 0 {
            var targets = next.prefix(2).map { ($0.touchpoint, $0.subjects) }
            if nothingNext.drawn > 0 { targets.append(("nothing", nothingNext)) }
            targets.sort { $0.1 > $1.1 }
            let named = targets.map { "\($0.0) \(NumberText.percent($0.1.share(of: dropped), decimals: 0))" }
            let then = named.isEmpty ? "" : ": " + named.joined(separator: ", ")
            parts.append("\(NumberText.count(dropped)) \(word)\(then)")
        }
        if pending != 0 { parts.append("\(NumberText.count(pending)) pending") }
        return parts.joined(separator: " · ")
    }
}
