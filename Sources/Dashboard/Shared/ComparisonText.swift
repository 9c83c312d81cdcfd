import Canvas
import JourneyModel
import Wording

/// A difference of rates in percentage points with its interval: `+6.8  (3.9 to 9.7)`.
enum ComparisonText {
    static func spans(_ difference: RateDifference?) -> [Span] {
        guard let difference else { return [Span(NumberText.absent, .muted)] }
        let style: Style = difference.isSignificant ? (difference.value < 0 ? .bad : .good) : .muted
        let low = signed(difference.interval.low)
        let high = signed(difference.interval.high)
        return [Span(NumberText.points(difference.value), style), Span("  (\(low) to \(high))", .muted)]
    }

    /// In points, with a sign only where it is a minus.
    private static func signed(_ share: Double) -> String {
        let text = NumberText.points(share)
        return text.hasPrefix("+") ? String(text.dropFirst()) : text
    }
}
