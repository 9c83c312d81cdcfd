import Canvas
import JourneyModel
import Wording

/// A measure in the parts that screens draw: the figure, its interval, its n.
enum MeasureText {
    /// `72.8%`, or a dash.
    static func percent(_ measure: Measure) -> String { NumberText.percent(measure.value) }

    /// `±1.3`, or nothing.
    static func margin(_ measure: Measure) -> String {
        measure.value == nil ? "" : NumberText.margin(measure) ?? ""
    }

    /// `n 41,208`, or nothing.
    static func n(_ measure: Measure) -> String {
        guard let denominator = measure.denominator, denominator.isFinite else { return "" }
        return "n \(NumberText.decimal(denominator, decimals: 0))"
    }

    /// `72.8% ±1.3` as two spans, the interval muted.
    static func rate(_ measure: Measure, _ style: Style = .text) -> [Span] {
        let margin = margin(measure)
        return [Span(percent(measure), style)] + (margin.isEmpty ? [] : [Span(" " + margin, .muted)])
    }

    /// `– nobody contacted had chosen a channel`: why figures are absent, each reason once.
    static func reasons(_ measures: [Measure]) -> [String] {
        var reasons: [Remark] = []
        for measure in measures where measure.value == nil {
            if let reason = measure.caveats.last, !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.map { "\(NumberText.absent) \($0.text)" }
    }

    /// The interval as a bar's whisker.
    static func interval(_ measure: Measure) -> ClosedRange<Double>? {
        guard let low = measure.low, let high = measure.high, low <= high else { return nil }
        return low...high
    }

    /// Whether the difference of two figures lies within its 95% interval, made from theirs as Newcombe does (D7);
    /// false where they have none.
    static func isWithinChance(_ now: Measure, _ before: Measure) -> Bool {
        guard let value = now.value, let low = now.low, let high = now.high, let was = before.value,
            let lowBefore = before.low, let highBefore = before.high
        else { return false }
        func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let difference = value - was
        return difference - distance(value - low, highBefore - was) <= 0
            && difference + distance(high - value, was - lowBefore) >= 0
    }

    /// An arrow for the sign, painted by whether it is for the better.
    static func direction(_ change: Double, _ size: String, lowerIsBetter: Bool, _ glyphs: GlyphSet) -> Span {
        let isBetter = (change < 0) == lowerIsBetter
        let arrow = change > 0 ? glyphs.up : change < 0 ? glyphs.down : glyphs.flat
        return Span("\(arrow) \(size)", change == 0 ? .muted : isBetter ? .good : .bad)
    }
}
