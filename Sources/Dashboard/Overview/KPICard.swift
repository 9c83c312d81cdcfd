import Canvas
import JourneyModel
import Wording

/// One KPI: name, figure, change and goal, trend, interval and n, a line each; where there is room, the trend has several.
struct KPICard {
    enum Unit {
        case share
        case money(String?)
    }

    var title: String
    /// For a narrow card.
    var short: String
    var measure: Measure
    var before: Measure?
    var target: Double?
    var unit: Unit
    var trend: KPITrend
    /// The one figure of the screen.
    var isHeadline = false

    /// What its lines need at least.
    func width(_ canvas: Canvas) -> Int {
        let lines = [[Span(short)], changeAndGoal(canvas.glyphs, gap: " "), footing(gap: " ")]
        return lines.map { $0.reduce(0) { $0 + canvas.measure($1.text) } }.max() ?? 0
    }

    private var lowerIsBetter: Bool {
        if case .money = unit { true } else { false }
    }

    /// - Parameter isTall: whether there are rows for a tall figure; only the headline has one, and the others stand on its
    ///   line.
    func draw(isTall: Bool, on canvas: inout Canvas) {
        canvas.heading(canvas.measure(title) <= canvas.width ? title : short)
        var isDrawn = false
        if isTall, isHeadline, measure.value != nil { isDrawn = canvas.tallDigits(figure, y: 1) != nil }
        let (_, rest) = canvas.bounds.splitTop(isTall ? Canvas.tallRows - 1 : 0)
        canvas.region(rest) { canvas in
            if !isDrawn { canvas.text(figure, y: 1, measure.value == nil ? .muted : .figure.bold) }
            drawRest(on: &canvas)
        }
    }

    private func drawRest(on canvas: inout Canvas) {
        if measure.value == nil, let reason = measure.caveats.first {
            canvas.paragraph(reason.text, y: 2, .muted, maximumLines: max(1, canvas.height - 2))
            return
        }
        let gap = canvas.width > width(canvas) ? "  " : " "
        canvas.line(changeAndGoal(canvas.glyphs, gap: gap), y: 2)
        let trendRows = canvas.height - 4
        if trendRows >= KPITrend.leastRows {
            canvas.line(footing(gap: gap), y: 3)
            trend.drawCurve(isShare: isShare, in: Rect(x: 0, y: 4, width: canvas.width, height: trendRows), on: &canvas)
        } else {
            if canvas.height > 3 { trend.drawLine(isShare: isShare, y: 3, on: &canvas) }
            if canvas.height > 4 { canvas.line(footing(gap: gap), y: 4) }
        }
    }

    /// Interval and n.
    private func footing(gap: String) -> [Span] {
        let parts = [isShare ? MeasureText.margin(measure) : "", MeasureText.n(measure)]
        return [Span(parts.filter { !$0.isEmpty }.joined(separator: gap), .muted)]
    }

    private var isShare: Bool { !lowerIsBetter }

    private var figure: String {
        switch unit {
        case .share: NumberText.percent(measure.value)
        case .money(let currency): NumberText.money(measure.value, currency: currency)
        }
    }

    private func changeAndGoal(_ glyphs: GlyphSet, gap: String) -> [Span] {
        var spans: [Span] = []
        if let change = change(glyphs) { spans = [change, Span(gap)] }
        guard let target, let value = measure.value else { return spans }
        let goal = isShare ? BareDecimal.short(target * 100) : NumberText.decimal(target, decimals: 2)
        let isMet = lowerIsBetter ? value <= target : value >= target
        spans.append(Span("goal \(goal)", .muted))
        if isMet { spans.append(Span(" \(glyphs.check)", .good)) }
        return spans
    }

    private func change(_ glyphs: GlyphSet) -> Span? {
        guard let now = measure.value, let was = before?.value else { return nil }
        let size = isShare ? NumberText.size(now - was) : NumberText.decimal(abs(now - was), decimals: 2)
        // A change that would be written as 0 has no direction.
        guard size.contains(where: { ("1"..."9").contains($0) }) else { return Span("\(glyphs.flat) \(size)", .muted) }
        if let before, MeasureText.isWithinChance(measure, before) { return Span("\(glyphs.flat) \(size)", .muted) }
        return MeasureText.direction(now - was, size, lowerIsBetter: lowerIsBetter, glyphs)
    }
}
