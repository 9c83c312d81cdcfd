import Canvas
import JourneyModel
import Wording

/// The parts of a maturity answer as text.
enum MaturityText {
    static func name(_ stage: Int, _ result: MaturityResult) -> String? {
        result.stages.first { $0.number == stage }?.name
    }

    /// `3 Personalization`: the name's first words, as far as they fit.
    static func short(_ stage: MaturityResult.Stage, _ columns: Int, _ canvas: Canvas) -> String {
        var words = stage.name.split(separator: " ").map(String.init)
        while words.count > 1, canvas.measure("\(stage.number) \(words.joined(separator: " "))") > columns {
            words.removeLast()
            if words.count > 1, words.last == "and" { words.removeLast() }
        }
        return "\(stage.number) \(words.joined(separator: " "))"
    }

    /// `50.0%`, `.16`, `4`: a value in its target's unit.
    static func value(_ value: Double?, isShare: Bool) -> String {
        guard let value, value.isFinite else { return NumberText.absent }
        if isShare { return NumberText.percent(value) }
        return number(value)
    }

    /// The same without decimals that say nothing.
    static func goal(_ value: Double, isShare: Bool) -> String {
        if isShare {
            let percent = value * 100
            return NumberText.percent(value, decimals: abs(percent - percent.rounded()) < 0.05 ? 0 : 1)
        }
        return number(value)
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9
            ? NumberText.count(Int(value)) : abs(value) < 1 ? BareDecimal.text(value) : NumberText.decimal(value)
    }

    /// What was measured, with the second value of a two-part criterion: `91.0% / 4`.
    static func now(_ criterion: CriterionResult) -> [Span] {
        guard criterion.value != nil || criterion.companionValue != nil else {
            return [Span(NumberText.absent, .muted)]
        }
        // What rests on too little is shown, and is no rating.
        let style: Style = criterion.score == nil ? .muted : .text
        var spans = [Span(value(criterion.value, isShare: criterion.isShare), style)]
        if let second = criterion.companionValue {
            let isMissed = criterion.companionTarget.map { second > $0 } ?? false
            spans.append(Span(" / ", .muted))
            spans.append(Span(value(second, isShare: criterion.companionIsShare), isMissed ? .bad : .text))
        }
        return spans
    }

    static func goal(_ criterion: CriterionResult) -> [Span] {
        var spans = [Span(goal(criterion.target, isShare: criterion.isShare), .muted)]
        if let second = criterion.companionTarget {
            spans.append(Span(" / " + goal(second, isShare: criterion.companionIsShare), .muted))
        }
        return spans
    }

    /// Whether a criterion is enough for the gate: a tick, a cross, or a dash where nobody can say.
    static func glyph(_ criterion: CriterionResult, needed: Rating, _ glyphs: GlyphSet) -> Span {
        guard criterion.notApplicable == nil, let rating = criterion.rating else { return Span(glyphs.dash, .muted) }
        return rating >= needed ? Span(glyphs.check, .good) : Span(glyphs.cross, .bad)
    }

    /// Whether it is enough, its id, its name.
    static func name(
        _ criterion: CriterionResult,
        needed: Rating,
        _ glyphs: GlyphSet,
        style: Style? = nil
    ) -> [Span] {
        [
            glyph(criterion, needed: needed, glyphs), Span(" \(criterion.id.rawValue) ", .muted),
            Span(criterion.name, style ?? self.style(criterion)),
        ]
    }

    /// What is not rated is muted.
    static func style(_ criterion: CriterionResult) -> Style {
        criterion.notApplicable == nil && criterion.rating != nil ? .text : .muted
    }

    /// The rating that the gate asks of a stage's criteria: Fully below the stage to work towards, else Largely.
    static func needed(_ stage: Int, _ result: MaturityResult) -> Rating {
        stage < result.next ?? (result.stages.count) ? .fully : .largely
    }

    /// `Largely`, or a dash.
    static func rating(_ criterion: CriterionResult) -> String {
        criterion.notApplicable == nil ? criterion.rating?.rawValue ?? NumberText.absent : NumberText.absent
    }

    /// The kind of evidence, in a word or two.
    static func kind(_ criterion: CriterionResult, isSupposed: Bool) -> String {
        if isSupposed { return "supposed" }
        if criterion.notApplicable != nil { return "not applicable" }
        return criterion.score == nil ? "not enough yet" : criterion.kind.rawValue
    }

    static func evidence(_ criterion: CriterionResult, isSupposed: Bool) -> String {
        if isSupposed { return "supposed, not measured" }
        if let reason = criterion.notApplicable { return "not applicable: \(reason)" }
        return criterion.evidence.text
    }

    /// The state of an enabler: attested in full, in part, or not.
    static func dot(_ enabler: CriterionResult, _ glyphs: GlyphSet) -> Span {
        switch enabler.rating {
        case .fully, .largely: Span(glyphs.dot, .good)
        case .partially: Span(glyphs.halfCircle, .warning)
        case .notAchieved, nil: Span(glyphs.circle, .muted)
        }
    }
}
