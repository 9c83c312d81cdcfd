import Canvas
import JourneyModel
import Wording

/// The four KPIs and the maturity stage, side by side.
enum OverviewCards {
    private static let leastMaturity = 12

    /// Whether the maturity stage has room beside the KPIs.
    static func hasRoomForMaturity(_ result: OverviewResult, _ canvas: Canvas) -> Bool {
        cards(result).reduce(leastMaturity) { $0 + $1.width(canvas) + 2 } <= canvas.width
    }

    /// The maturity stage in one line, where it has no room of its own.
    static func drawMaturityLine(_ maturity: MaturityResult, on canvas: inout Canvas) {
        var spans = [Span("MATURITY  ", .heading), Span(stageName(maturity), .figure.bold)]
        if let next = maturity.next, let score = maturity.stages.first(where: { $0.number == next })?.score {
            spans.append(Span("  \(NumberText.decimal(score, decimals: 0))% to \(next)", .muted))
        }
        if let blocker = maturity.blockers.first {
            spans.append(Span(", blocked by \(blocker.criterion.rawValue) \(blocker.name)", .muted))
        }
        canvas.line(spans)
    }

    private static func stageName(_ maturity: MaturityResult) -> String {
        let held = maturity.stages.first { $0.number == maturity.stage }
        return held.map { "\($0.number) \($0.name)" } ?? "not yet started"
    }

    static func draw(_ result: OverviewResult, on canvas: inout Canvas) {
        let kpis = cards(result)
        let columns = Layout.columns(
            canvas.bounds,
            kpis.map { Panel(.flexible(1), minimum: $0.width(canvas), maximum: 30, priority: 2) }
                + [
                    Panel(
                        .flexible(1.5),
                        minimum: leastMaturity,
                        maximum: 48,
                        ideal: canvas.measure(stageName(result.maturity)),
                        priority: 1
                    )
                ],
            gap: canvas.width > 100 ? 3 : 2
        )
        for (card, column) in zip(kpis, columns) {
            if let column { canvas.region(column) { card.draw(on: &$0) } }
        }
        if let last = columns.last, let column = last {
            canvas.region(column) { drawMaturity(result.maturity, on: &$0) }
        }
    }

    static func cards(_ result: OverviewResult) -> [KPICard] {
        let now = result.indicators.overall
        let before = result.before
        let targets = result.query.targets
        let trend = result.indicators.trend.map(\.indicators)
        let currency = result.indicators.currency
        return [
            KPICard(
                title: "Completion",
                short: "Completion",
                measure: now.completion,
                before: before?.completion,
                target: targets.completion,
                unit: .share,
                trend: trend.map(\.completion.value)
            ),
            KPICard(
                title: "Digital take-up",
                short: "Take-up",
                measure: now.takeUp,
                before: before?.takeUp,
                target: targets.takeUp(with: result.query.scope.filters),
                unit: .share,
                trend: trend.map(\.takeUp.value)
            ),
            KPICard(
                title: "Cost a transaction",
                short: "Cost",
                measure: now.costPerTransaction,
                before: before?.costPerTransaction,
                target: targets.costPerTransaction,
                unit: .money(currency),
                trend: trend.map(\.costPerTransaction.value)
            ),
            KPICard(
                title: "Satisfaction",
                short: "Satisfaction",
                measure: now.satisfaction,
                before: before?.satisfaction,
                target: targets.satisfaction,
                unit: .share,
                trend: trend.map(\.satisfaction.value)
            ),
        ]
    }

    private static func drawMaturity(_ maturity: MaturityResult, on canvas: inout Canvas) {
        canvas.heading("Maturity")
        canvas.text(stageName(maturity), y: 1, .figure.bold)
        guard let next = maturity.next else {
            canvas.text("the last stage is held", y: 2, .muted)
            return
        }
        let score = maturity.stages.first { $0.number == next }?.score
        let label = " to \(next)"
        let barWidth = min(24, max(0, canvas.width - canvas.measure(label)))
        canvas.bar(Bar((score ?? 0) / 100, pending: 1, style: .bar), y: 2, width: barWidth)
        canvas.text(label, x: barWidth, y: 2, .muted)
        let blockers = maturity.blockers.prefix(2)
        let lines = zip(["blocked by ", "and "], blockers).map { prefix, blocker in
            [Span(prefix, .muted), Span("\(blocker.criterion.rawValue) \(blocker.name)")]
        }
        if lines.allSatisfy({ $0.reduce(0) { $0 + canvas.measure($1.text) } <= canvas.width }) {
            for (index, line) in lines.enumerated() { canvas.line(line, y: 3 + index) }
        } else {
            let names = blockers.map(\.criterion.rawValue).joined(separator: ", ")
            canvas.line([Span("blocked by ", .muted), Span(names)], y: 3)
        }
    }
}

/// One KPI: name, figure, change and goal, trend, interval and n, a line each.
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
    var trend: [Double?]

    /// What its lines need at least.
    func width(_ canvas: Canvas) -> Int {
        let lines = [[Span(short)], changeAndGoal(canvas.glyphs, gap: " "), footing(gap: " ")]
        return lines.map { $0.reduce(0) { $0 + canvas.measure($1.text) } }.max() ?? 0
    }

    private var lowerIsBetter: Bool {
        if case .money = unit { true } else { false }
    }

    func draw(on canvas: inout Canvas) {
        canvas.heading(canvas.measure(title) <= canvas.width ? title : short)
        canvas.text(figure, y: 1, measure.value == nil ? .muted : .figure.bold)
        if measure.value == nil, let reason = measure.caveats.first {
            canvas.paragraph(reason.text, y: 2, .muted, maximumLines: max(1, canvas.height - 2))
            return
        }
        let gap = canvas.width > width(canvas) ? "  " : " "
        canvas.line(changeAndGoal(canvas.glyphs, gap: gap), y: 2)
        if canvas.height > 3 { drawTrend(on: &canvas) }
        if canvas.height > 4 { canvas.line(footing(gap: gap), y: 4) }
    }

    /// Fewer levels than these are no trend.
    private static let leastTrend = 6

    /// The trend with what its lowest and its highest level stand for: a line without them could be of a thousandth or of
    /// everything, so it rather begins later. `74.5–75.4` would read as the interval of the figure above.
    private func drawTrend(on canvas: inout Canvas) {
        let most = min(canvas.width, 12, trend.count)
        let fitting = stride(from: most, through: min(most, Self.leastTrend), by: -1).lazy
            .compactMap { [self, canvas] columns in
                range(columns, room: canvas.width - columns - 1, canvas).map { (columns, $0) }
            }
            .first
        canvas.sparkline(trend, y: 3, width: fitting?.0 ?? most)
        if let (columns, text) = fitting { canvas.line(text, x: columns + 1, y: 3) }
    }

    /// The lowest and the highest of the last `columns` values, as exact as there is room for; nil where there is none, or
    /// nothing to tell apart.
    private func range(_ columns: Int, room: Int, _ canvas: Canvas) -> [Span]? {
        let values = trend.suffix(columns).compactMap(\.self).filter(\.isFinite)
        guard let low = values.min(), let high = values.max() else { return nil }
        // A cost without its pence may hide the whole change.
        return (isShare ? [1, 0] : [2]).lazy
            .map { decimals in
                [low, high].map { NumberText.decimal(isShare ? $0 * 100 : $0, decimals: decimals) }
            }
            .filter { $0[0] != $0[1] }
            .map { ends in
                let (lowest, highest) = canvas.glyphs.sparkEnds
                return [
                    Span(lowest, .spark), Span(ends[0] + " ", .muted), Span(highest, .spark), Span(ends[1], .muted),
                ]
            }
            .first { canvas.measure($0) <= room }
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
