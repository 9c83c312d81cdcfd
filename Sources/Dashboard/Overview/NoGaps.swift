import Canvas
import JourneyModel
import Wording

/// What stands where no gap does: that the goals are met as far as that is known, and what is not known for want of what.
enum NoGaps {
    private static let labelWidth = 20

    /// How many rows it takes at the canvas's width.
    static func rows(_ result: OverviewResult, _ canvas: Canvas) -> Int {
        missing(result).reduce(2) { $0 + canvas.lineCount($1.reason, width: reasonWidth(canvas)) }
    }

    static func draw(_ result: OverviewResult, on canvas: inout Canvas) {
        canvas.heading("Gaps, by people affected")
        let missing = missing(result)
        let isMeasured = missing.count < OverviewCards.cards(result).count
        let none = NoneText.text("None: what could be measured meets its goal.")
        canvas.text(isMeasured ? none : "Nothing could be measured yet.", y: 1, .muted)
        var y = 2
        for (title, reason) in missing where y < canvas.height {
            canvas.text(title, x: 2, y: y, width: labelWidth)
            y += canvas.paragraph(
                reason,
                x: 2 + labelWidth,
                y: y,
                .muted,
                width: reasonWidth(canvas),
                maximumLines: canvas.height - y
            )
        }
    }

    private static func reasonWidth(_ canvas: Canvas) -> Int { max(1, canvas.width - labelWidth - 2) }

    /// The figures that are absent, and what would bring each.
    private static func missing(_ result: OverviewResult) -> [(title: String, reason: String)] {
        OverviewCards.cards(result).compactMap { card in
            guard card.measure.value == nil, let reason = card.measure.caveats.first else { return nil }
            return (card.title, reason.text)
        }
    }
}
