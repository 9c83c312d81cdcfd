import Canvas
import JourneyModel
import Wording

/// The one number, what chance alone would give, the goal, the period before; and the red line.
enum PreferencesHead {
    static func draw(
        _ result: PreferencesResult,
        _ before: PreferencesResult?,
        _ state: DashboardState,
        isTall: Bool,
        on canvas: inout Canvas
    ) {
        let honoured = result.honoured
        guard honoured.value != nil else {
            canvas.line([Span(NumberText.percent(nil), .muted), Span(" reached as they asked")])
            canvas.text(honoured.caveats.first?.text ?? "", y: 1, .muted)
            return drawBreach(result, on: &canvas)
        }
        canvas.headline(NumberText.percent(honoured.value), isTall: isTall) {
            drawLines(result, before, state, first: $0, on: &$1)
        }
    }

    private static func drawLines(
        _ result: PreferencesResult,
        _ before: PreferencesResult?,
        _ state: DashboardState,
        first: [Span],
        on canvas: inout Canvas
    ) {
        let honoured = result.honoured
        let used = canvas.line(first + [Span("reached as they asked")])
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
        guard result.contactsAfterWithdrawal != 0 else { return }
        let line = "\(canvas.glyphs.cross) \(PreferencesWords.redLine(result))"
        let forms = [line + ": must be 0", line].map { [Span($0, .bad.bold)] }
        canvas.line(canvas.firstFitting(forms, canvas.width), y: 2)
    }

    /// `by chance alone 31.4%    agreement beyond it (κ) .16 of at most 1`, from the longest form to none; never the letter
    /// alone.
    private static func chance(_ result: PreferencesResult, _ glyphs: GlyphSet) -> [[Span]] {
        guard result.expectedByChance != nil || result.kappa != nil else { return [[]] }
        let name = glyphs.repertoire == .unicode ? "κ" : "kappa"
        let chance = Span(NumberText.percent(result.expectedByChance))
        let kappa = Span(BareDecimal.text(result.kappa))
        let long = [Span("    agreement beyond it (\(name)) ", .muted), kappa, Span(" of at most 1", .muted)]
        let short = [Span("    beyond chance (\(name)) ", .muted), kappa, Span(" of 1", .muted)]
        return [
            [Span("by chance alone ", .muted), chance] + long, [Span("by chance ", .muted), chance] + short,
            [Span("by chance alone ", .muted), chance], [Span("by chance ", .muted), chance], [],
        ]
    }

    /// `goal 60%   before 44.1%  ▼ 2.0`
    private static func goal(_ now: Measure, _ before: Measure?, _ goal: Double, _ glyphs: GlyphSet) -> [Span] {
        var spans = [Span("goal ", .muted), Span(NumberText.percent(goal, decimals: 0))]
        if let value = now.value, value >= goal { spans.append(Span(" \(glyphs.check)", .good)) }
        guard let before, let value = now.value, let was = before.value else { return spans }
        let size = NumberText.size(value - was)
        let change =
            MeasureText.isWithinChance(now, before)
            ? Span("\(glyphs.flat) \(size)", .muted)
            : MeasureText.direction(value - was, size, lowerIsBetter: false, glyphs)
        return spans + [Span("    before ", .muted), Span(NumberText.percent(was) + "  "), change]
    }
}
