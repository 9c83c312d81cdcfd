import Canvas
import JourneyModel

/// State and answer to cells: the honoured share, the pipeline, the matrix; then services, the survey, and what is on
/// record.
enum PreferencesView {
    private static let widest = 150

    static func draw(_ context: ViewContext, on canvas: inout Canvas) {
        let state = context.state
        // Wider, a figure would stand too far from what it belongs to.
        let rect = Rect(x: 0, y: 0, width: min(canvas.width, widest), height: canvas.height)
        canvas.region(rect) {
            $0.answer(PreferencesScreen.result(state)) { result, canvas in
                if let empty = PreferencesEmpty.state(result, state) {
                    canvas.emptyState(empty)
                    return
                }
                switch state.place.detail {
                case .preferredChannel(let channel): PreferredChannelView.draw(result, channel, state, on: &canvas)
                case .preferenceServices: PreferenceServicesView.draw(result, state, on: &canvas)
                case .preferenceContent: PreferenceRecordsView.drawContent(result, on: &canvas)
                case .preferenceConsent: PreferenceRecordsView.drawConsent(result, on: &canvas)
                default: draw(result, state, on: &canvas)
                }
            }
        }
    }

    private static func draw(_ result: PreferencesResult, _ state: DashboardState, on canvas: inout Canvas) {
        let matrix = PreferenceMatrix(result.matrix).sorted(state.place.sort)
        let isInServices = state.place.panel == PreferencesScreen.servicesPanel && !result.services.isEmpty
        let hasBreach = result.contactsAfterWithdrawal > 0
        let matrixRows = max(1, matrix.count) + 1
        let listRows = max(result.services.count, SurveyComparison.all(result.survey).count) + 1
        let facts = PreferenceFacts.lines(result)
        let panels = Layout.rows(
            canvas.bounds,
            [
                .fixed(hasBreach ? 3 : 2, priority: 9),
                .fixed(PreferencePipeline.rows, priority: 5),
                Panel(
                    .fixed(matrixRows),
                    minimum: min(matrixRows, 3),
                    maximum: matrixRows,
                    priority: isInServices ? 6 : 8
                ),
                Panel(.fixed(listRows), minimum: 4, maximum: listRows, priority: isInServices ? 8 : 3),
                Panel(.fixed(facts.count), minimum: 1, maximum: facts.count, priority: 4),
            ],
            gap: 1
        )
        if let head = panels[0] {
            canvas.region(head) { PreferencesHead.draw(result, PreferencesScreen.before(state), state, on: &$0) }
        }
        if let pipeline = panels[1] {
            canvas.region(pipeline) { PreferencePipeline.draw(result, state.targets, on: &$0) }
        }
        if let rect = panels[2] { canvas.region(rect) { PreferenceMatrixView.draw(result, state, on: &$0) } }
        if let lists = panels[3] { canvas.region(lists) { drawLists(result, state, isInServices, on: &$0) } }
        if let rest = panels[4] {
            canvas.region(rest) { canvas in
                for (index, line) in facts.enumerated() { canvas.line(line, y: index) }
            }
        }
    }

    /// The services at the left, the survey of 2014 at the right.
    private static func drawLists(
        _ result: PreferencesResult,
        _ state: DashboardState,
        _ isInServices: Bool,
        on canvas: inout Canvas
    ) {
        let columns = Layout.columns(
            canvas.bounds,
            [
                Panel(.flexible(1), minimum: 53, maximum: 84, priority: isInServices ? 2 : 1),
                Panel(.flexible(1), minimum: 62, maximum: 84, priority: 1),
            ],
            gap: 3
        )
        if let rect = columns[0] { canvas.region(rect) { PreferenceServicesView.drawWorst(result, state, on: &$0) } }
        if let rect = columns[1] {
            canvas.region(rect) { canvas in
                let rows = SurveyComparison.all(result.survey)
                PreferenceRecordsView.drawSurvey(rows, services: result.survey.services, on: &canvas)
            }
        }
    }
}

/// The one number, what chance alone would give, the goal, the period before; and the red line.
enum PreferencesHead {
    static func draw(
        _ result: PreferencesResult,
        _ before: PreferencesResult?,
        _ state: DashboardState,
        on canvas: inout Canvas
    ) {
        let honoured = result.honoured
        let style: Style = honoured.value == nil ? .muted : .figure.bold
        let used = canvas.line([
            Span(NumberText.percent(honoured.value), style), Span(" reached as they asked"),
        ])
        guard honoured.value != nil else {
            canvas.text(honoured.caveats.first ?? "", y: 1, .muted)
            return drawBreach(result, on: &canvas)
        }
        let room = max(0, canvas.width - used - 2)
        let chance = canvas.firstFitting(chance(result, canvas.glyphs), room)
        canvas.line(chance, x: used + 2, width: room, align: .right)
        let left = canvas.line(
            [
                Span(
                    [MeasureText.margin(honoured), MeasureText.n(honoured) + " contacts"].joined(separator: "   "),
                    .muted
                )
            ],
            y: 1
        )
        canvas.line(
            goal(honoured, before?.honoured, state.targets.preferenceHonoured, canvas.glyphs),
            x: left + 2,
            y: 1,
            width: max(0, canvas.width - left - 2),
            align: .right
        )
        drawBreach(result, on: &canvas)
    }

    private static func drawBreach(_ result: PreferencesResult, on canvas: inout Canvas) {
        guard result.contactsAfterWithdrawal > 0 else { return }
        let line = "\(canvas.glyphs.cross) \(PreferencesWords.redLine(result))"
        let forms = [line + ": must be 0", line].map { [Span($0, .bad.bold)] }
        canvas.line(canvas.firstFitting(forms, canvas.width), y: 2)
    }

    /// `by chance alone 31.4%   κ .16`, from the longest form to none.
    private static func chance(_ result: PreferencesResult, _ glyphs: GlyphSet) -> [[Span]] {
        guard result.expectedByChance != nil || result.kappa != nil else { return [[]] }
        let name = glyphs.repertoire == .unicode ? "κ" : "kappa"
        let chance = Span(NumberText.percent(result.expectedByChance))
        let kappa = [Span("    \(name) ", .muted), Span(BareDecimal.text(result.kappa))]
        return [
            [Span("by chance alone ", .muted), chance] + kappa, [Span("by chance ", .muted), chance] + kappa, kappa, [],
        ]
    }

    /// `goal 60%   before 44.1%  ▼ 2.0`
    private static func goal(_ now: Measure, _ before: Measure?, _ goal: Double, _ glyphs: GlyphSet) -> [Span] {
        var spans = [Span("goal ", .muted), Span(NumberText.percent(goal, decimals: 0))]
        if let value = now.value, value >= goal { spans.append(Span(" \(glyphs.check)", .good)) }
        guard let before, let value = now.value, let was = before.value else { return spans }
        let size = NumberText.decimal(abs(value - was) * 100)
        let change =
            MeasureText.isWithinChance(now, before)
            ? Span("\(glyphs.flat) \(size)", .muted)
            : MeasureText.direction(value - was, size, lowerIsBetter: false, glyphs)
        return spans + [Span("    before ", .muted), Span(NumberText.percent(was) + "  "), change]
    }
}
