import Canvas
import JourneyModel

/// The builder: touchpoints at the left, the steps so far and what they give at the right.
enum FunnelBuilderView {
    static func draw(_ builder: FunnelBuilder, _ state: DashboardState, on canvas: inout Canvas) {
        let width = min(100, canvas.width)
        let rows = max(state.catalog?.touchpoints.count ?? 0, builder.steps.count) + 7
        let height = min(max(14, min(rows, 26, canvas.height - 6)), canvas.height)
        let frame = Rect(x: (canvas.width - width) / 2, y: (canvas.height - height) / 3, width: width, height: height)
        canvas.clear(frame)
        canvas.region(frame) { canvas in
            canvas.fill(canvas.bounds, .modal)
            canvas.rule()
            canvas.rule(y: canvas.height - 1)
            canvas.text("Steps of the funnel", x: 2, y: 1, .modalTitle.bold)
            drawPreview(state, on: &canvas)
            let body = canvas.bounds.inset(left: 2, top: 3, right: 2, bottom: 3)
            let halves = Layout.columns(body, [.flexible(1, minimum: 24), .flexible(1.2, minimum: 28)], gap: 3)
            if let right = halves[1] { canvas.region(right) { drawSteps(builder, state, on: &$0) } }
            if let left = halves[0] { canvas.region(left) { drawTouchpoints(builder, state, on: &$0) } }
            canvas.footer(hints(builder, canvas.glyphs), x: 2, y: canvas.height - 2, width: canvas.width - 4)
        }
    }

    private static func preview(_ state: DashboardState) -> Loadable<FunnelResult> {
        state.answer(.funnelPreview).map { if case .funnel(let result) = $0 { result } else { nil } }
    }

    /// What the steps so far give, at the right of the title.
    private static func drawPreview(_ state: DashboardState, on canvas: inout Canvas) {
        let preview = preview(state)
        let spans: [Span]
        if let failure = preview.failure {
            spans = [Span(failure.message, .warning)]
        } else if let result = preview.value {
            let rate = Span(NumberText.percent(result.rateOfAll.value), .figure.bold)
            let rest = Span(" convert, \(NumberText.count(result.entered)) entered", .muted)
            spans =
                preview.isStale
                ? [Span(rate.text, rate.style.dimmed), Span(rest.text, rest.style.dimmed)] : [rate, rest]
        } else {
            spans = []
        }
        canvas.line(spans, x: 24, y: 1, width: max(0, canvas.width - 26), align: .right)
    }

    private static func drawTouchpoints(_ builder: FunnelBuilder, _ state: DashboardState, on canvas: inout Canvas) {
        let found = state.touchpoints(matching: builder.list.entry.text)
        guard !found.isEmpty else {
            canvas.text("No touchpoint is called that.", y: 1, .muted)
            return drawEntry(builder, on: &canvas)
        }
        let rows = found.map { item, matches in
            TableRow([
                .spans(
                    item.name.enumerated().map {
                        Span(String($0.element), matches.contains($0.offset) ? .match.bold : .modal)
                    }
                ),
                .text(NumberText.count(item.count), .muted),
            ])
        }
        let table = Table(
            columns: [TableColumn("", minimum: 8, priority: 2, grow: 1), TableColumn("", align: .right, priority: 1)],
            rows: rows,
            cursor: builder.isInSteps ? nil : builder.list.selected,
            list: FunnelBuilder.touchpointList,
            showsHead: false
        )
        canvas.table(table, in: canvas.bounds.inset(top: 1))
        drawEntry(builder, on: &canvas)
    }

    /// Drawn last: the terminal's cursor belongs to the text being typed.
    private static func drawEntry(_ builder: FunnelBuilder, on canvas: inout Canvas) {
        if builder.isInSteps {
            canvas.text("TOUCHPOINTS", .heading)
        } else {
            canvas.input(builder.list.field(placeholder: "type a touchpoint"))
        }
    }

    private static func drawSteps(_ builder: FunnelBuilder, _ state: DashboardState, on canvas: inout Canvas) {
        canvas.text("STEPS SO FAR", .heading)
        guard !builder.steps.isEmpty else {
            canvas.paragraph("None yet: type at the left and press Enter to add the first.", y: 1, .muted)
            return
        }
        let preview = preview(state)
        let isSame = preview.value?.query.steps == builder.steps
        let rows = builder.steps.enumerated().map { index, step in
            let reached = isSame ? preview.value?.steps.element(index) : nil
            return TableRow([
                .text("\(index + 1)", .muted),
                .spans([Span(step.name, .modal)] + (step.isOptional ? [Span(" optional", .muted)] : [])),
                .text(reached.map { NumberText.count($0.reached) } ?? "", .muted),
                .text(reached.map { index > 0 ? NumberText.percent($0.ofPrevious.value) : "" } ?? "", .muted),
            ])
        }
        canvas.table(
            Table(
                columns: [
                    TableColumn("", align: .right, priority: 3),
                    TableColumn("", minimum: 8, priority: 4, grow: 1),
                    TableColumn("", align: .right, minimum: 6, priority: 2),
                    TableColumn("", align: .right, minimum: 6, priority: 1),
                ],
                rows: rows,
                cursor: builder.isInSteps ? builder.selectedStep : nil,
                list: FunnelBuilder.stepList,
                showsHead: false,
                gap: 1
            ),
            in: canvas.bounds.inset(top: 1)
        )
    }

    static func hints(_ builder: FunnelBuilder, _ glyphs: GlyphSet) -> [KeyHint] {
        let enter = "\u{21B5}".shown(glyphs)
        if builder.isInSteps {
            return [
                KeyHint(enter, "use these", priority: 9), KeyHint("d", "remove", priority: 6),
                KeyHint("< >", "move", priority: 5), KeyHint("o", "optional", priority: 4),
                KeyHint("tab", "touchpoints", priority: 7), KeyHint("esc", "cancel", priority: 8),
            ]
        }
        return [
            KeyHint(enter, "add", priority: 9), KeyHint("|", "or, for the last step", priority: 4),
            KeyHint("tab", "steps, then \(enter) uses them", priority: 8), KeyHint("esc", "cancel", priority: 7),
        ]
    }
}
