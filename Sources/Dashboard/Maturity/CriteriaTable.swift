import Canvas
import JourneyModel
import Wording

/// The criteria of one stage: value, goal, the way to the goal, rating, n, evidence.
enum CriteriaTable {
    static func draw(
        _ stage: MaturityResult.Stage,
        _ result: MaturityResult,
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let isNarrow = canvas.width < 100
        let title = "Stage \(isNarrow ? MaturityText.short(stage, 20, canvas) : "\(stage.number), \(stage.name)")"
        let needed = MaturityText.needed(stage.number, result)
        let names = stage.criteria.map { canvas.measure("\($0.id.rawValue) \($0.name)") + 2 }.max() ?? 0
        let heading = canvas.measure(title) - 2
        let isWide = canvas.width >= 150
        let table = Table(
            columns: [
                TableColumn("", minimum: 28, maximum: max(heading, min(names, 60)), priority: 20),
                TableColumn("now", align: .decimal, priority: 19),
                TableColumn("goal", align: .decimal, priority: 16),
                TableColumn("to the goal", minimum: 11, maximum: 32, priority: 14, grow: 1),
                TableColumn("rating", priority: 18),
                TableColumn("n", align: .right, priority: 10),
                TableColumn("evidence", minimum: isWide ? 14 : 0, maximum: 90, priority: 5, grow: isWide ? 1.5 : 0),
            ],
            rows: stage.criteria.map { criterion in
                let evidence =
                    isWide
                    ? MaturityText.evidence(criterion, isSupposed: isSupposed(criterion.id, state))
                    : MaturityText.kind(criterion, isSupposed: isSupposed(criterion.id, state))
                return row(criterion, needed, evidence, isSupposed: isSupposed(criterion.id, state), canvas.glyphs)
            },
            cursor: state.cursor(panel: MaturityScreen.criteriaPanel),
            list: MaturityScreen.criteriaPanel
        )
        let room = canvas.height > stage.criteria.count + 1 ? canvas.height - 1 : canvas.height
        canvas.table(table, titled: title, in: Rect(x: 0, y: 0, width: canvas.width, height: room))
        guard room < canvas.height, !isWide, let id = MaturityScreen.selectedCriterion(state),
            let selected = MaturityScreen.criterion(id, result)
        else { return }
        let evidence = MaturityText.evidence(selected, isSupposed: isSupposed(selected.id, state))
        canvas.text("\(selected.id.rawValue)  \(evidence)", x: 2, y: stage.criteria.count + 1, .muted)
    }

    static func isSupposed(_ id: CriterionID, _ state: DashboardState) -> Bool {
        if case .whatIf(let ids) = state.place.detail(MaturityDetail.self) { ids.contains(id) } else { false }
    }

    private static func row(
        _ criterion: CriterionResult,
        _ needed: Rating,
        _ evidence: String,
        isSupposed: Bool,
        _ glyphs: GlyphSet
    ) -> TableRow {
        TableRow([
            .spans(MaturityText.name(criterion, needed: needed, glyphs)),
            .spans(MaturityText.now(criterion)),
            .spans(MaturityText.goal(criterion)),
            // Nothing known is no bar: an empty one would read as 0.
            criterion.score.map { .bar(Bar($0 / 100, showsRest: true)) } ?? .blank,
            .text(MaturityText.rating(criterion), isSupposed ? .accent : MaturityText.style(criterion)),
            .text(criterion.n.map { NumberText.count($0) } ?? "", .muted),
            .text(evidence, isSupposed ? .accent : .muted),
        ])
    }
}
