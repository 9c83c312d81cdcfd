import JourneyModel
import Wording

/// What came after a step, in words.
enum NextText {
    /// Of those who finished without every step, or not in this order.
    static let completedOtherwise = "completed all the same"

    /// `call (phone)`; the channel only where it says something more.
    static func name(_ next: FunnelResult.NextTouchpoint) -> String {
        guard let channel = next.channel, channel != next.touchpoint else { return next.touchpoint }
        return "\(next.touchpoint) (\(channel))"
    }

    /// `nothing 61%`, `call (phone) 18%` … of those lost at the step, most first; `isMore` where the share is greater
    /// than in the period before, beyond the interval (D7).
    static func shares(
        _ step: FunnelResult.Step,
        before: FunnelResult.Step?
    ) -> [(text: String, isMore: Bool)] {
        guard step.dropped.drawn > 0 else { return [] }
        let was = before.map { counts($0) } ?? []
        return counts(step).filter { $0.count > 0 }.sorted { $0.count > $1.count }.map { next in
            let share = NumberText.percent(next.count.share(of: step.dropped), decimals: 0)
            let isMore = before.map { before in
                let count = was.first { $0.name == next.name }?.count ?? 0
                let change = newcombeDifference(next.count, of: step.dropped, minus: count, of: before.dropped)
                return (change?.interval.low ?? 0) > 0
            }
            return (text: "\(next.name) \(share)", isMore: isMore ?? false)
        }
    }

    private static func counts(_ step: FunnelResult.Step) -> [(name: String, count: Int)] {
        [
            (name: "nothing", count: step.nothingNext),
            (name: completedOtherwise, count: step.completedOtherwise),
        ] + step.next.map { (name: name($0), count: $0.subjects) }
    }
}
