import Canvas
import JourneyModel
import Wording

/// What keeps the next stage back, nearest to its goal first.
enum BlockerTable {
    static func draw(_ result: MaturityResult, _ state: DashboardState, on canvas: inout Canvas) {
        let title = "What keeps stage \(result.next ?? 0) back"
        let table = Table(
            columns: [
                TableColumn("", minimum: 28, maximum: canvas.width >= 150 ? 60 : 44, priority: 20),
                TableColumn("is", priority: 18),
                TableColumn("needs", priority: 17),
                TableColumn("points short", align: .right, priority: 12),
                TableColumn("what to do", minimum: 20, priority: 10, grow: 1),
            ],
            rows: result.blockers.map { blocker in
                TableRow([
                    .spans([Span("\(blocker.criterion.rawValue) ", .muted), Span(blocker.name)]),
                    .text(blocker.rating?.rawValue ?? NumberText.absent, blocker.rating == nil ? .muted : .text),
                    .text(blocker.needed.rawValue),
                    .text(short(blocker)),
                    .text(
                        blocker.rating == nil ? "bring evidence: there is too little to rate it" : blocker.advice,
                        .muted
                    ),
                ])
            },
            cursor: state.cursor(panel: MaturityScreen.blockersPanel),
            list: MaturityScreen.blockersPanel
        )
        canvas.table(table, titled: title)
    }

    /// Points of score still missing; a rating begins above its threshold, so exactly on it is a little short.
    private static func short(_ blocker: MaturityResult.Blocker) -> String {
        guard let distance = blocker.distance else { return NumberText.absent }
        return distance < 1 ? "under 1" : NumberText.decimal(distance, decimals: 0)
    }
}
