import Canvas
import JourneyModel
import Wording

/// Content preferences, consent, and the survey of 2014 beside the services here.
enum PreferenceRecordsView {
    static func drawContent(_ result: PreferencesResult, on canvas: inout Canvas) {
        canvas.line([
            Span(NumberText.percent(result.contentUsed.value), result.contentUsed.value == nil ? .muted : .figure.bold),
            Span(" of contacts heed what people want to hear about"),
        ])
        canvas.text(under(result.contentUsed, "contacts to people who said what"), y: 1, .muted)
        let figures = Rect(x: 0, y: 3, width: canvas.width, height: contentRows(result))
        canvas.region(figures) { drawContentFigures(result, on: &$0) }
        let y = figures.maxY + 1
        canvas.region(x: 0, y: y, width: canvas.width, height: max(0, canvas.height - y)) { canvas in
            drawSurvey(SurveyComparison.content(result.survey), services: result.survey.services, on: &canvas)
        }
    }

    static func drawConsent(_ result: PreferencesResult, hasList: Bool, on canvas: inout Canvas) {
        let coverage = result.consentCoverage
        canvas.line([
            Span(NumberText.percent(coverage.value), coverage.value == nil ? .muted : .figure.bold),
            Span(" of those asked have given consent to be contacted"),
        ])
        canvas.text(under(coverage, "people asked for consent"), y: 1, .muted)
        let isClean = result.contactsAfterWithdrawal == 0
        // What must not be stays, however many purposes there are.
        let below = isClean ? 3 : hasList ? 6 : 4
        let rows = result.consents.isEmpty ? 0 : max(0, min(purposeRows(result), canvas.height - 3 - below))
        canvas.region(x: 0, y: 3, width: canvas.width, height: rows) { drawPurposes(result, on: &$0) }
        var y = rows > 0 ? 4 + rows : 3
        canvas.heading("After withdrawal", y: y)
        y += 1
        if !isClean {
            canvas.text("\(canvas.glyphs.cross) \(PreferencesWords.redLine(result)): must be 0", y: y, .bad.bold)
            y += 1
        }
        drawAfterWithdrawal(result, x: 0, y: y, on: &canvas)
        if !isClean, hasList { canvas.text("l lists who they are.", y: y + 2, .muted) }
        y += isClean ? 2 : hasList ? 4 : 3
        canvas.region(x: 0, y: y, width: canvas.width, height: max(0, canvas.height - y)) {
            drawContacts(result, on: &$0)
        }
    }

    /// What contacts were for, against the consents for it, as many purposes as there is room for.
    private static func drawContacts(_ result: PreferencesResult, on canvas: inout Canvas) {
        let room = canvas.height - PreferenceFacts.warningRows(result) - 2
        guard !result.purposes.isEmpty, room > 0 else {
            return PreferenceFacts.drawWarnings(result, y: 0, on: &canvas)
        }
        let rows = result.purposes.prefix(room)
        let part = rows.count < result.purposes.count ? ": \(rows.count) of \(result.purposes.count)" : ""
        let table = Table(
            columns: [
                TableColumn("", minimum: 18, maximum: 32, priority: 10, grow: 1),
                TableColumn("contacts", align: .right, priority: 7),
                TableColumn("after withdrawal", align: .right, priority: 9),
                TableColumn("no consent", align: .right, priority: 8),
            ],
            rows: rows.map { row in
                let isBreached = row.afterWithdrawal != 0
                return TableRow([
                    .text(row.purpose), .text(NumberText.count(row.contacts)),
                    .text(NumberText.count(row.afterWithdrawal), isBreached ? .bad : .muted),
                    .text(NumberText.count(row.uncovered), row.uncovered != 0 ? .warning : .muted),
                ])
            }
        )
        canvas.table(table, titled: "Contacts, by purpose\(part)")
        PreferenceFacts.drawWarnings(result, y: rows.count + 2, on: &canvas)
    }

    // MARK: Parts that the first view has too where there is room

    /// The lines of the content figures, with their heading and why they are absent.
    static func contentRows(_ result: PreferencesResult) -> Int {
        let figures = contentFigures(result)
        return figures.count + 1 + MeasureText.reasons(figures.map(\.measure)).count
    }

    /// How many of the contacted said what they want to hear about, and how many contacts heed it.
    static func drawContentFigures(_ result: PreferencesResult, on canvas: inout Canvas) {
        drawShares(contentFigures(result), titled: "Content", on: &canvas)
    }

    private static func contentFigures(_ result: PreferencesResult) -> [(name: String, measure: Measure)] {
        [("people with a content preference", result.contentCaptured), ("contacts that used one", result.contentUsed)]
    }

    /// The lines of at most so many purposes, with their heading and why figures are absent.
    static func purposeRows(_ result: PreferencesResult, most: Int = .max) -> Int {
        let rows = result.consents.prefix(most)
        return rows.count + 1 + MeasureText.reasons(rows.map(\.granted)).count
    }

    /// Who has given consent for what, as many purposes as there is room for.
    static func drawPurposes(_ result: PreferencesResult, most: Int = .max, on canvas: inout Canvas) {
        let rows = result.consents.prefix(max(0, min(most, canvas.height - 1)))
        let part = rows.count < result.consents.count ? ": \(rows.count) of \(result.consents.count)" : ""
        drawShares(rows.map { ($0.purpose, $0.granted) }, titled: "Consent, by purpose\(part)", on: &canvas)
    }

    /// That nobody was contacted after withdrawing consent, or what it takes that nobody is.
    static func drawAfterWithdrawal(_ result: PreferencesResult, x: Int, y: Int, on canvas: inout Canvas) {
        guard result.contactsAfterWithdrawal == 0 else {
            let forms = [
                "Stop these contacts first: until then criterion P4 of the maturity model is Not met.",
                "Stop these contacts first: until then criterion P4 is Not met.",
            ].map { [Span($0, .muted)] }
            canvas.line(canvas.firstFitting(forms, canvas.width - x), x: x, y: y)
            return
        }
        guard result.consentCoverage.value != nil else {
            let reason = result.consentCoverage.caveats.first.map { ": \($0.text)" } ?? ""
            canvas.text("\(canvas.glyphs.dash) nothing to check against\(reason)", x: x, y: y, .muted)
            return
        }
        canvas.line([Span(canvas.glyphs.check, .good), Span(" no contact after consent was withdrawn")], x: x, y: y)
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
            // In line with lists that have a cursor, where names are not cut for it.
            hasMarker: canvas.width >= 64
        )
        canvas.table(table, titled: "Of \(NumberText.count(services)) \(services == 1 ? "service" : "services")")
        if let reason = MeasureText.reasons(rows.map(\.here)).first, canvas.height > rows.count + 1 {
            canvas.text(reason, x: table.hasMarker ? 2 : 0, y: rows.count + 1, .muted)
        }
    }

    private static func under(_ measure: Measure, _ of: String) -> String {
        guard measure.value != nil else { return measure.caveats.first?.text ?? "" }
        return "\(MeasureText.margin(measure))   \(MeasureText.n(measure)) \(of)"
    }

    /// Shares with a bar each; below them, why some are absent.
    private static func drawShares(
        _ shares: [(name: String, measure: Measure)],
        titled title: String,
        on canvas: inout Canvas
    ) {
        // Lists below each other have their bars below each other.
        let name = canvas.width >= 64 ? 32 : 18
        let table = Table(
            columns: [
                TableColumn("", minimum: name, maximum: max(name, 24), priority: 10),
                TableColumn("", minimum: 8, maximum: 60, priority: 6, grow: 1),
                TableColumn("", align: .decimal, priority: 9),
                TableColumn("", priority: 7),
            ],
            rows: shares.map { name, measure in
                TableRow([
                    .text(name),
                    measure.value.map { .bar(Bar($0, interval: MeasureText.interval(measure))) } ?? .blank,
                    .spans(MeasureText.rate(measure)),
                    .text(measure.value == nil ? "" : MeasureText.n(measure), .muted),
                ])
            }
        )
        canvas.table(table, titled: title)
        for (index, reason) in MeasureText.reasons(shares.map(\.measure)).enumerated() {
            canvas.text(reason, x: 2, y: shares.count + 1 + index, .muted)
        }
    }
}
