import Canvas
import JourneyModel

/// Content preferences, consent, and the survey of 2014 beside the services here.
enum PreferenceRecordsView {
    static func drawContent(_ result: PreferencesResult, on canvas: inout Canvas) {
        canvas.line([
            Span(NumberText.percent(result.contentUsed.value), result.contentUsed.value == nil ? .muted : .figure.bold),
            Span(" of contacts heed what people want to hear about"),
        ])
        canvas.text(under(result.contentUsed, "contacts to people who said what"), y: 1, .muted)
        let captured = "people with a content preference"
        drawFigures(
            [(captured, result.contentCaptured), ("contacts that used one", result.contentUsed)],
            y: 3,
            on: &canvas
        )
        canvas.region(x: 0, y: 6, width: min(canvas.width, 100), height: max(0, canvas.height - 6)) { canvas in
            drawSurvey(SurveyComparison.content(result.survey), services: result.survey.services, on: &canvas)
        }
    }

    static func drawConsent(_ result: PreferencesResult, hasList: Bool, on canvas: inout Canvas) {
        let coverage = result.consentCoverage
        canvas.line([
            Span(NumberText.percent(coverage.value), coverage.value == nil ? .muted : .figure.bold),
            Span(" of those asked have given consent"),
        ])
        canvas.text(under(coverage, "people asked for consent"), y: 1, .muted)
        let figures = [("consent granted", coverage), ("preference usable", result.usable)]
        drawFigures(figures, y: 3, on: &canvas)
        let isClean = result.contactsAfterWithdrawal == 0
        canvas.heading("After withdrawal", y: 6)
        if isClean {
            let words = coverage.value == nil ? "nothing to check against" : "no contact after consent was withdrawn"
            let glyph = coverage.value == nil ? canvas.glyphs.dash : canvas.glyphs.check
            canvas.line([Span(glyph, coverage.value == nil ? .muted : .good), Span(" " + words)], y: 7)
        } else {
            canvas.text("\(canvas.glyphs.cross) \(PreferencesWords.redLine(result)): must be 0", y: 7, .bad.bold)
            canvas.text(
                "Stop these contacts first: until then criterion P4 of the maturity model is Not met.",
                y: 8,
                .muted
            )
        }
        if !isClean, hasList { canvas.text("l lists who they are.", y: 10, .muted) }
    }

    private static func under(_ measure: Measure, _ of: String) -> String {
        guard measure.value != nil else { return measure.caveats.first ?? "" }
        return "\(MeasureText.margin(measure))   \(MeasureText.n(measure)) \(of)"
    }

    private static func drawFigures(_ figures: [(name: String, measure: Measure)], y: Int, on canvas: inout Canvas) {
        let table = Table(
            columns: [
                TableColumn("", priority: 10),
                TableColumn("", minimum: 10, maximum: 60, priority: 6, grow: 1),
                TableColumn("", align: .decimal, priority: 9),
                TableColumn("", minimum: 8, priority: 7),
            ],
            rows: figures.map { name, measure in
                let isAbsent = measure.value == nil
                return TableRow([
                    .text(name),
                    isAbsent ? .blank : .bar(Bar(measure.value ?? 0, interval: MeasureText.interval(measure))),
                    .spans(MeasureText.rate(measure)),
                    .text(isAbsent ? measure.caveats.first ?? "" : MeasureText.n(measure), .muted),
                ])
            },
            showsHead: false,
            hasMarker: false
        )
        canvas.table(table, in: Rect(x: 0, y: y, width: canvas.width, height: max(0, min(2, canvas.height - y))))
    }

    /// Shares of services, with the survey's share marked on each bar.
    static func drawSurvey(_ rows: [SurveyComparison], services: Int, on canvas: inout Canvas) {
        let table = Table(
            columns: [
                TableColumn("", minimum: 25, maximum: 40, priority: 10),
                TableColumn("here", align: .decimal, priority: 9),
                TableColumn("", minimum: 6, maximum: 24, priority: 3, grow: 1),
                TableColumn("survey 2014", align: .right, priority: 8),
            ],
            rows: rows.map { row in
                TableRow([
                    .text(row.name),
                    .spans(MeasureText.rate(row.here)),
                    row.here.value.map { .bar(Bar($0, target: row.survey)) } ?? .blank,
                    .text(row.surveyText, .muted),
                ])
            },
            hasMarker: false
        )
        canvas.table(table, titled: "Of \(NumberText.count(services)) services")
        if let reason = rows.first(where: { $0.here.value == nil })?.here.caveats.first, canvas.height > rows.count + 1
        {
            canvas.text("\(NumberText.absent) \(reason)", y: rows.count + 1, .muted)
        }
    }
}
