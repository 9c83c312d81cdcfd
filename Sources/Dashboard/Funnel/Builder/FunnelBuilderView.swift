import Canvas
import JourneyModel
import Wording

/// The builder: what can be chosen at the left, the funnel so far at the right. It stands beside the screen where there is
/// room, else below, so that the figures are seen to change.
enum FunnelBuilderView {
    /// Where the screen stays, and where the builder stands.
    static func frames(_ content: Rect, _ builder: FunnelBuilder) -> (screen: Rect, tool: Rect) {
        if content.width >= 150 {
            let width = content.width * 2 / 5
            return (content.inset(right: width), content.inset(left: content.width - width))
        }
        // The rate and what it is made of stay in view above.
        let height = min(builder.rows.count + 5, content.height - 3)
        let parts = content.splitBottom(max(0, height))
        return (parts.rest, parts.bottom)
    }

    static func draw(_ builder: FunnelBuilder, _ state: DashboardState, on canvas: inout Canvas) {
        canvas.fill(canvas.bounds, .modal)
        canvas.rule()
        let body = canvas.bounds.inset(left: 1, top: 1, right: 1)
        let halves = Layout.columns(body, [.flexible(1, minimum: 20), .flexible(1.7, minimum: 32)], gap: 3)
        if let right = halves[1] { canvas.region(right) { drawRows(builder, state, on: &$0) } }
        // Drawn last: the terminal's cursor belongs to the text being typed.
        if let left = halves[0] { canvas.region(left) { drawList(builder, state, on: &$0) } }
        canvas.restyle(canvas.bounds) { $0.adding(.raised) }
    }

    private static func drawList(_ builder: FunnelBuilder, _ state: DashboardState, on canvas: inout Canvas) {
        canvas.heading(builder.listTitle)
        let found = state.choices(builder)
        let rows = found.map { choice, matches in
            let mark = builder.list.marked.contains(choice.id) ? canvas.glyphs.check + " " : ""
            return TableRow([
                .spans(
                    [Span(mark, .accent)]
                        + choice.label.enumerated().map {
                            Span(String($0.element), matches.contains($0.offset) ? .match.bold : .modal)
                        }
                ),
                .text(choice.detail, .muted),
            ])
        }
        if rows.isEmpty {
            canvas.paragraph("Nothing is called that; \u{232B} takes letters away.".shown(canvas.glyphs), y: 2, .muted)
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", minimum: 8, priority: 2, grow: 1), TableColumn("", align: .right, priority: 1),
                ],
                rows: rows,
                cursor: builder.isInRows ? nil : builder.list.selected,
                list: FunnelBuilder.choiceList,
                showsHead: false,
                gap: 1
            ),
            in: canvas.bounds.inset(top: 2)
        )
        if !builder.isInRows { canvas.input(builder.list.field(placeholder: builder.purpose.placeholder), y: 1) }
    }

    private static func drawRows(_ builder: FunnelBuilder, _ state: DashboardState, on canvas: inout Canvas) {
        let answer = FunnelScreen.result(state)
        let result = answer.isDimmed || answer.value?.query.steps != builder.steps ? nil : answer.value
        let rows = builder.rows.map { row in
            switch row {
            case .step(let index): stepRow(builder.steps[index], index, result?.steps.element(index))
            case .exclusion(let index):
                TableRow([
                    .text("not", .warning), .text(builder.funnel.rules.exclusions[index].touchpoint.name, .modal),
                ])
            case .rule(let rule): ruleRow(rule, builder, isRoomy: isRoomy(canvas))
            }
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", align: .right, minimum: 6, priority: 3),
                    TableColumn("", minimum: 14, priority: 4, grow: 1),
                    TableColumn("reached", align: .right, minimum: 7, priority: 2),
                    TableColumn("of before", align: .right, minimum: 9, priority: 1),
                ],
                rows: rows,
                cursor: builder.isInRows ? builder.selected : nil,
                list: FunnelBuilder.rowList
            )
        )
        canvas.heading("The funnel", x: 2)
        drawMeaning(builder, y: rows.count + 2, on: &canvas)
    }

    /// Where the rules have no room for what they mean, the one under the cursor says it below them.
    private static func drawMeaning(_ builder: FunnelBuilder, y: Int, on canvas: inout Canvas) {
        guard !isRoomy(canvas), builder.isInRows, case .rule(let rule) = builder.rows.element(builder.selected) else {
            return
        }
        let meaning = rule.meaning(builder.funnel, unit: builder.before.scope.unit)
        canvas.paragraph("\(rule.rawValue): \(meaning)", x: 2, y: y, .muted, maximumLines: max(0, canvas.height - y))
    }

    private static func isRoomy(_ canvas: Canvas) -> Bool { canvas.width >= 70 }

    private static func stepRow(_ step: FunnelStep, _ index: Int, _ answer: FunnelResult.Step?) -> TableRow {
        TableRow([
            .text("\(index + 1)", .muted),
            .spans([Span(step.name, .modal)] + (step.isOptional ? [Span(" optional", .muted)] : [])),
            .text(answer.map { NumberText.count($0.reached) } ?? "", .muted),
            .text(answer.map { index > 0 ? NumberText.percent($0.ofPrevious.value) : "" } ?? "", .muted),
        ])
    }

    private static func ruleRow(_ rule: FunnelRule, _ builder: FunnelBuilder, isRoomy: Bool) -> TableRow {
        let unit = builder.before.scope.unit
        return TableRow([
            .text(rule.rawValue, .muted),
            .spans([
                Span(rule.value(builder.funnel, unit: unit), .modal),
                Span(isRoomy ? "  " + rule.meaning(builder.funnel, unit: unit) : "", .muted),
            ]),
        ])
    }
}
