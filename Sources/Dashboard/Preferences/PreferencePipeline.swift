import Canvas
import JourneyModel
import Wording

/// From contacted to honoured, a bar each with the loss beside it. People down to `usable`, contacts from there on: each
/// count has its unit beside it, and each bar is a share of its own whole.
enum PreferencePipeline {
    static let rowIDs = ["contacted", "asked", "captured", "usable", "used", "honoured"]
    static var rows: Int { rowIDs.count }

    /// Who is lost at a stage; nil where nobody is counted there.
    static func group(ofRow id: String) -> SubjectGroup? {
        switch id {
        case "captured": .preferenceMissing
        case "used": .preferenceNotUsed
        case "honoured": .preferenceNotHonoured(channel: nil)
        default: nil
        }
    }

    /// The stage at which a group is lost.
    static func row(of group: SubjectGroup) -> String? {
        rowIDs.first { self.group(ofRow: $0) == group }
    }

    static func figure(ofRow id: String, _ result: PreferencesResult) -> (String, Measure)? {
        switch id {
        case "asked": ("Asked", result.asked)
        case "captured": ("Captured", result.captured)
        case "usable": ("Usable", result.usable)
        case "used": ("Used", result.used)
        case "honoured": ("Reached as they asked", result.honoured)
        default: nil
        }
    }

    /// What a stage counts; both as wide as the wider, so that the counts above each other stay comparable.
    private enum Unit: String {
        case people = " people  "
        case contacts = " contacts"
    }

    private struct Stage {
        var name: String
        var count: Int?
        var unit = Unit.people
        /// What the bar is a share of.
        var whole: Double
        var measure: Measure?
        var goal: Double?
        var loss: [Span]
    }

    static func draw(_ result: PreferencesResult, _ targets: Targets, cursor: Int?, on canvas: inout Canvas) {
        let isWide = canvas.width >= 100
        let table = Table(
            columns: [
                TableColumn("", priority: 10),
                TableColumn("", minimum: 10, maximum: 70, priority: 6, grow: 1),
                TableColumn("", align: .right, priority: 9),
                TableColumn("", align: .decimal, priority: 8),
                TableColumn("", minimum: 20, maximum: 58, priority: 7, grow: 0.4),
            ],
            rows: stages(result, targets, withPeople: isWide).map(row),
            cursor: cursor,
            list: PreferencesScreen.pipelinePanel,
            showsHead: false
        )
        canvas.table(table)
    }

    private static func row(_ stage: Stage) -> TableRow {
        let share = Double(stage.count?.drawn ?? 0) / max(1, stage.whole)
        let rate: TableCell = stage.measure.map { .spans(MeasureText.rate($0)) } ?? .blank
        return TableRow([
            .text(stage.name),
            // An absent figure has no bar at all: an empty one would read as 0.
            stage.count == nil ? .blank : .bar(Bar(share, interval: interval(stage), target: stage.goal)),
            .spans(stage.count.map { [Span(NumberText.count($0)), Span(stage.unit.rawValue, .muted)] } ?? []),
            rate,
            .spans(stage.loss),
        ])
    }

    /// The measure's interval on the bar's scale.
    private static func interval(_ stage: Stage) -> ClosedRange<Double>? {
        guard let measure = stage.measure, let denominator = measure.denominator,
            let interval = MeasureText.interval(measure)
        else { return nil }
        let scale = denominator / max(1, stage.whole)
        return (interval.lowerBound * scale)...(interval.upperBound * scale)
    }

    private static func stages(
        _ result: PreferencesResult,
        _ targets: Targets,
        withPeople: Bool
    ) -> [Stage] {
        let people = Double(result.contacted.drawn)
        let asked = count(result.asked)
        let captured = count(result.captured)
        let usable = count(result.usable)
        // Contacts to people with a preference; where that is not known, to those who chose a channel.
        let contacts = result.used.value == nil ? result.honoured.denominator : result.used.denominator
        let whole = contacts ?? 1
        return [
            Stage(name: "contacted", count: result.contacted, whole: people, loss: []),
            Stage(
                name: "asked",
                count: asked,
                whole: people,
                measure: result.asked,
                loss: loss(result.asked, asked.map { result.contacted - $0 }, "never asked")
            ),
            Stage(
                name: "captured",
                count: captured,
                whole: people,
                measure: result.captured,
                goal: targets.preferenceCaptured,
                // As many as the gap of that name says.
                loss: loss(result.captured, captured.map { result.contacted - $0 }, "never captured")
            ),
            Stage(
                name: "usable",
                count: usable,
                whole: people,
                measure: result.usable,
                loss: loss(result.usable, difference(captured, usable), "without consent or address")
            ),
            Stage(
                name: "used",
                count: count(result.used),
                unit: .contacts,
                whole: whole,
                measure: result.used,
                goal: targets.preferenceUsed,
                loss: contactLoss(result.used, withPeople ? result.peopleNotUsed : 0, "people never")
            ),
            Stage(
                name: "honoured",
                count: count(result.honoured),
                unit: .contacts,
                whole: whole,
                measure: result.honoured,
                goal: (result.honoured.denominator ?? 0) / max(1, whole) * targets.preferenceHonoured,
                loss: contactLoss(result.honoured, withPeople ? result.peopleNotHonoured : 0, "people")
            ),
        ]
    }

    private static func count(_ measure: Measure) -> Int? {
        measure.value == nil ? nil : measure.numerator.map { Int($0.rounded()) }
    }

    /// The loss from one stage to the next; nil where a later stage is not part of the one before, as with answers to
    /// questions that nobody recorded.
    private static func difference(_ all: Int?, _ part: Int?) -> Int? {
        guard let all, let part, all >= part else { return nil }
        return all - part
    }

    private static func loss(_ measure: Measure, _ count: Int?, _ words: String) -> [Span] {
        guard measure.value != nil else { return [Span(measure.caveats.first?.text ?? "", .muted)] }
        guard let count, count > 0 else { return [] }
        return [Span(NumberText.rest(count)), Span(" " + words, .muted)]
    }

    /// `6,030 of 10,690 contacts not; 3,120 people never`: in contacts, with the people behind them.
    private static func contactLoss(_ measure: Measure, _ people: Int, _ words: String) -> [Span] {
        guard measure.value != nil, let part = measure.numerator, let all = measure.denominator else {
            return [Span(measure.caveats.first?.text ?? "", .muted)]
        }
        let lost = [
            Span(NumberText.rest(Int((all - part).rounded()))),
            Span(" of \(NumberText.decimal(all, decimals: 0)) contacts not", .muted),
        ]
        return people != 0
            ? lost + [Span("; ", .muted), Span(NumberText.count(people)), Span(" \(words)", .muted)] : lost
    }
}
