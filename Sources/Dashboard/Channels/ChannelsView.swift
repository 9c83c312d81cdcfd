import Canvas
import JourneyModel
import Wording

/// State and answers to cells: take-up, the channels, their mix over time, avoidable contact.
enum ChannelsView {
    static func draw(_ state: DashboardState, on canvas: inout Canvas) {
        canvas.answer(ChannelsScreen.result(state)) { result, canvas in
            guard result.events != 0 else { return drawNothing(state, on: &canvas) }
            draw(result, state, on: &canvas)
        }
    }

    private static func draw(_ result: ChannelsResult, _ state: DashboardState, on canvas: inout Canvas) {
        let contacts = ChannelsScreen.contacts(state)
        let totals = ChannelsScreen.totals(result, sort: state.place.sort)
        let mix = ChannelMix(result)
        let trendNotes = TrendNotes(result.annotations, on: mix.periods, result.query.scope)
        let notes = ChannelTable.notes(totals, state)
        let services = ChannelsScreen.services(state)
        let isInServices = state.place.panel == ChannelsScreen.servicesPanel && !services.isEmpty
        let tableRows = totals.count + 1
        let mixRows = tableRows + (trendNotes.isEmpty ? 0 : 1)
        let serviceRows = services.isEmpty ? 4 : services.count + 2
        let noteRows = notes.reduce(0) { $0 + canvas.lineCount($1, width: noteWidth(canvas)) }
        let isTall = canvas.hasTallHeadline && ChannelsHead.takeUp(state)?.value != nil
        let headRows = isTall ? Canvas.tallRows : ChannelsHead.rows(state, canvas)
        let rows = Layout.rows(
            canvas.bounds,
            [
                .fixed(headRows, priority: 9),
                Panel(
                    .fixed(tableRows + noteRows),
                    minimum: min(tableRows, isInServices ? 4 : 5),
                    maximum: tableRows + noteRows,
                    priority: isInServices ? 7 : 8
                ),
                Panel(.fixed(mixRows), minimum: min(mixRows, 4), maximum: mixRows, priority: 6),
                Panel(.flexible(1), minimum: min(serviceRows, 4), maximum: serviceRows, priority: isInServices ? 8 : 5),
            ],
            gap: 1
        )
        if let head = rows[0] { canvas.region(head) { ChannelsHead.draw(result, state, isTall: isTall, on: &$0) } }
        if let rect = rows[1] {
            let (table, below) = rect.splitTop(tableRows)
            canvas.table(ChannelTable.table(totals, state), titled: "Channels", in: table)
            var y = below.y
            for note in notes where y < below.maxY {
                y += canvas.paragraph(
                    note,
                    x: 2,
                    y: y,
                    .muted,
                    width: noteWidth(canvas),
                    maximumLines: below.maxY - y
                )
            }
        }
        if let rect = rows[2] {
            canvas.region(rect) {
                MixTable.draw(mix, totals.map(\.channel), trendNotes, cursor: state.cursor(), on: &$0)
            }
        }
        if let rect = rows[3] {
            canvas.region(rect) { canvas in
                canvas.answer(contacts) { ContactsTable.draw($0, state, on: &$1) }
            }
        }
    }

    private static func noteWidth(_ canvas: Canvas) -> Int { max(1, canvas.width - 2) }

    private static func drawNothing(_ state: DashboardState, on canvas: inout Canvas) {
        if state.catalog?.events == 0 {
            canvas.emptyState(.noEvents(state))
        } else {
            canvas.emptyState(.noMatch("There is no event", state))
        }
    }
}

/// The one number: digital take-up, with its goal; beside it, what could have been avoided.
enum ChannelsHead {
    /// A reason for having no figure may need a third row.
    static func rows(_ state: DashboardState, _ canvas: Canvas) -> Int {
        reason(state).map { min(3, 1 + canvas.lineCount($0, width: canvas.width)) } ?? 2
    }

    /// Why there is no take-up; nil where there is one, or none yet.
    private static func reason(_ state: DashboardState) -> String? {
        guard let takeUp = ChannelsScreen.indicators(state).value?.overall.takeUp, takeUp.value == nil else {
            return nil
        }
        return takeUp.caveats.first?.text
    }

    static func takeUp(_ state: DashboardState) -> Measure? { ChannelsScreen.indicators(state).value?.overall.takeUp }

    static func draw(_ result: ChannelsResult, _ state: DashboardState, isTall: Bool, on canvas: inout Canvas) {
        guard let value = takeUp(state)?.value else {
            return drawLines(result, state, first: [Span(NumberText.absent, .muted), Span(" ")], on: &canvas)
        }
        canvas.headline(NumberText.percent(value), isTall: isTall) { drawLines(result, state, first: $0, on: &$1) }
    }

    private static func drawLines(
        _ result: ChannelsResult,
        _ state: DashboardState,
        first: [Span],
        on canvas: inout Canvas
    ) {
        let isWide = canvas.width >= 100
        let gap = isWide ? "    " : "  "
        let takeUp = takeUp(state)
        let left = canvas.line(first + [Span("digital take-up")])
        let known = result.totals.filter { $0.channel != Dimension.notSet }.count
        let counts = [
            [Span(NumberText.count(result.events)), Span(" events", .muted)],
            [Span(NumberText.count(result.subjects)), Span(" \(result.receipt.unit.plural)", .muted)],
            [Span(NumberText.count(known)), Span(known == 1 ? " channel" : " channels", .muted)],
        ]
        let right = max(0, canvas.width - left - 2)
        canvas.line(canvas.asManyAsFit(counts, gap: gap, right), x: left + 2, width: right, align: .right)

        // Avoidable contact has a list of its own below.
        if let reason = reason(state) {
            canvas.paragraph(reason, y: 1, .muted, maximumLines: max(1, canvas.height - 1))
            return
        }
        let under = avoidable(state, isWide: isWide)
        let underWidth = canvas.measure(under)
        canvas.line(under, y: 1, width: canvas.width, align: .right)
        canvas.line(
            Self.under(takeUp, goal: state.targets.takeUp(with: state.filters), canvas.glyphs),
            y: 1,
            width: max(0, canvas.width - underWidth - 2)
        )
    }

    private static func under(_ takeUp: Measure?, goal: Double?, _ glyphs: GlyphSet) -> [Span] {
        guard let takeUp, let value = takeUp.value else { return [] }
        var spans = [Span([MeasureText.margin(takeUp), MeasureText.n(takeUp)].joined(separator: "   "), .muted)]
        if let goal {
            spans.append(Span("   goal \(NumberText.percent(goal, decimals: 0))", .muted))
            if value >= goal { spans.append(Span(" \(glyphs.check)", .good)) }
        }
        return spans
    }

    private static func avoidable(_ state: DashboardState, isWide: Bool) -> [Span] {
        guard let contacts = ChannelsScreen.contacts(state).value, contacts.inferred.value != nil else { return [] }
        var spans = MeasureText.rate(contacts.inferred)
        spans.append(Span(isWide ? " of contacts avoidable" : " avoidable", .muted))
        if isWide { spans.append(Span("   n \(NumberText.count(contacts.inboundContacts))", .muted)) }
        return spans
    }
}
