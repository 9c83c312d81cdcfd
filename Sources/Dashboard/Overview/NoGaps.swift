import Canvas
import JourneyModel
import Wording

/// What stands where no gap does: that the goals are met as far as that is known, and what is not known for want of what.
enum NoGaps {
    private static let labelWidth = 20

    /// How many rows it takes at the canvas's width.
    static func rows(_ result: OverviewResult, _ canvas: Canvas) -> Int {
        let missing = missing(result)
        let ways = ways(missing.map(\.title))
        let commands = ways.isEmpty ? 0 : ways.count + 2
        return missing.reduce(2 + commands) { $0 + canvas.lineCount($1.reason, width: reasonWidth(canvas)) }
    }

    static func draw(_ result: OverviewResult, _ state: DashboardState, on canvas: inout Canvas) {
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
        let ways = ways(missing.map(\.title))
        guard !ways.isEmpty, y + ways.count + 1 < canvas.height else { return }
        canvas.heading("To see more", y: y + 1)
        for (row, way) in ways.enumerated() {
            canvas.text(way.about, x: 2, y: y + 2 + row, width: labelWidth + 6)
            canvas.text(way.command(state), x: 8 + labelWidth, y: y + 2 + row, .link)
        }
    }

    /// What brings the figures that are absent: one command for each way, which works as it is printed.
    private static func ways(_ titles: [String]) -> [Way] {
        Way.allCases.filter { way in titles.contains(where: way.titles.contains) }
    }

    private enum Way: CaseIterable {
        case roles, costs, feedback

        var titles: [String] {
            switch self {
            case .roles: ["Completion", "Digital take-up"]
            case .costs: ["Cost a transaction"]
            case .feedback: ["Satisfaction"]
            }
        }

        var about: String {
            switch self {
            case .roles: "starts, ends, channels"
            case .costs: "a table of costs"
            case .feedback: "a table of ratings"
            }
        }

        func command(_ state: DashboardState) -> String {
            switch self {
            case .roles: EmptyState.declareCommand(state)
            case .costs: "cxm template costs"
            case .feedback: "cxm template feedback"
            }
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
