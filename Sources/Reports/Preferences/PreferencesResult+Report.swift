public import JourneyModel
import Wording

extension PreferencesResult {
    public var report: Report {
        Report(
            title: "Preferences",
            scope: receipt.scopeLine,
            figures: [.rate("Reached as they asked", honoured)],
            lead: lead,
            sections: [
                pipelineSection, matrixSection, serviceSection, consentSection, purposeSection, surveySection,
            ].compactMap { $0 },
            receipt: receipt.lines
        )
    }

    private var lead: [String] {
        var lines: [String] = []
        if let kappa, let expectedByChance {
            lines.append(
                "By chance alone \(NumberText.percent(expectedByChance)); "
                    + "beyond chance (kappa) \(NumberText.decimal(kappa, decimals: 2))"
            )
        }
        if contactsAfterWithdrawal != 0 {
            let contacts = NumberText.counted(contactsAfterWithdrawal, "contact")
            lines.append("\(contacts) after consent was withdrawn: must be 0")
        }
        return lines + warnings.map(\.text)
    }

    /// The steps of the pipeline and what each is a share of.
    var pipeline: [(name: String, key: String, measure: Measure, of: String)] {
        [
            ("asked", "asked", asked, "people contacted"),
            ("captured", "captured", captured, "people contacted"),
            ("usable", "usable", usable, "people contacted"),
            ("used", "used", used, "contacts to people who chose"),
            ("honoured", "honoured", honoured, "contacts to people who chose a channel"),
            ("content captured", "content_captured", contentCaptured, "people contacted"),
            ("content used", "content_used", contentUsed, "contacts to people who chose content"),
            ("consent granted", "consent_coverage", consentCoverage, "people asked for consent"),
        ]
    }

    private var pipelineSection: Report.Section {
        let table = ReportTable(
            [.words("step"), .figures("share"), .figures("count"), .figures("n"), .words("of")],
            pipeline.map { step in
                [
                    ReportCell(step.name), .rate(step.measure),
                    ReportCell(step.measure.numerator.map { NumberText.decimal($0, decimals: 0) } ?? ""),
                    .n(step.measure), ReportCell(step.of),
                ]
            }
        )
        var notes = ["\(NumberText.counted(contacted, .person)) contacted"]
        if stale != 0 { notes.append("\(NumberText.counted(stale, "preference")) older than a year") }
        if conflicting != 0 { notes.append("\(NumberText.counted(conflicting, .person)) with two active preferences") }
        return Report.Section(
            "From asking to honouring",
            table: table,
            charts: [pipelineChart].compactMap { $0 },
            notes: notes
        )
    }

    /// Preferred channels in rows, used ones in columns.
    private var matrixSection: Report.Section? {
        guard !matrix.isEmpty else { return nil }
        let used = Set(matrix.map(\.used)).sorted()
        let rows = matrixRows.map { row in
            let cells = used.map { column in
                matrix.filter { $0.preferred == row.preferred && $0.used == column }.reduce(0) { $0 + $1.contacts }
            }
            return [ReportCell(row.preferred)] + cells.map { .count($0) } + [
                .count(row.contacts), .share(row.honoured),
            ]
        }
        let table = ReportTable(
            [.words("asked for, by reached on")] + used.map { .figures($0) }
                + [.figures("all"), .figures("as they asked")],
            rows
        )
        return Report.Section(
            "Contacts by preferred and used channel",
            table: table,
            charts: [matrixChart].compactMap { $0 }
        )
    }

    private var serviceSection: Report.Section? {
        guard !services.isEmpty else { return nil }
        let table = ReportTable(
            [
                .words("service"), .figures("contacted"), .figures("asked"), .figures("captured"), .figures("used"),
                .figures("honoured"),
            ],
            services.map {
                [
                    ReportCell($0.service), .count($0.contacted), .share($0.asked), .share($0.captured),
                    .share($0.used), .rate($0.honoured),
                ]
            }
        )
        return Report.Section("By service", table: table)
    }

    private var consentSection: Report.Section? {
        guard !consents.isEmpty else { return nil }
        let table = ReportTable(
            [.words("consent for"), .figures("granted"), .figures("n")],
            consents.map { [ReportCell($0.purpose), .rate($0.granted), .n($0.granted)] }
        )
        return Report.Section("Consent by purpose", table: table)
    }

    private static let mostPurposes = 40

    private var purposeSection: Report.Section? {
        guard !purposes.isEmpty else { return nil }
        let table = ReportTable(
            [
                .words("contacts for"), .figures("contacts"), .figures("after withdrawal"), .figures("people"),
                .figures("no consent"), .figures("people"),
            ],
            purposes.prefix(Self.mostPurposes).map { row in
                [
                    ReportCell(row.purpose), .count(row.contacts), .count(row.afterWithdrawal),
                    .count(row.peopleAfterWithdrawal), .count(row.uncovered), .count(row.peopleUncovered),
                ]
            }
        )
        let left = purposes.count - Self.mostPurposes
        let notes =
            left > 0 ? ["\(NumberText.counted(left, "more purpose", "more purposes")), with fewer contacts each"] : []
        return Report.Section("Contacts by purpose, against the consents for it", table: table, notes: notes)
    }

    private var surveySection: Report.Section? {
        guard survey.services > 0 else { return nil }
        let table = ReportTable(
            [.words("services that"), .figures("here"), .figures("n"), .figures("survey 2014")],
            survey.rows.map {
                [ReportCell($0.name), .rate($0.measure), .n($0.measure), ReportCell($0.survey)]
            }
        )
        return Report.Section("Beside the survey of UK public bodies", table: table)
    }

    /// A row a figure of the pipeline, of a service, or a cell of the matrix, as `kind` says.
    public var records: Records {
        let header = ["kind", "service", "preferred", "used"] + Records.longMeasureHeader
        func row(_ kind: String, _ service: String?, _ name: String, _ measure: Measure) -> [Records.Field] {
            [.text(kind), .text(orNone: service), .none, .none] + Records.longFields(name, measure)
        }
        let cells = matrix.map { cell -> [Records.Field] in
            [
                .text("matrix"), .none, .text(cell.preferred), .text(cell.used), .text("contacts"),
                .integer(cell.contacts), .none, .none, .none, .none, .text(DefinitionID.d16.rawValue), .none,
            ]
        }
        let chance = [("kappa", kappa), ("expected_by_chance", expectedByChance)].map { name, value in
            row("pipeline", nil, name, Measure(value: value, definition: .d16))
        }
        let byService = services.flatMap { service in
            [
                ("asked", service.asked), ("captured", service.captured), ("used", service.used),
                ("honoured", service.honoured),
            ].map { row("service", service.service, $0.0, $0.1) }
        }
        let byPurpose = consents.map { row("consent", nil, $0.purpose, $0.granted) }
        let contacts = purposes.flatMap { row in
            [
                ("contacts", row.contacts), ("after_withdrawal", row.afterWithdrawal), ("uncovered", row.uncovered),
            ].map { name, count -> [Records.Field] in
                [
                    .text("purpose"), .none, .text(row.purpose), .none, .text(name), .integer(count), .none, .none,
                    .none, .none, .text(DefinitionID.d17.rawValue), .none,
                ]
            }
        }
        let unknown = unknownChannels.map { one -> [Records.Field] in
            [
                .text("unknown-channel"), .none, .text(one.channel), .text(orNone: one.nearest), .text("people"),
                .integer(one.people), .none, .none, .none, .none, .text(DefinitionID.d16.rawValue), .none,
            ]
        }
        return Records(
            header,
            pipeline.map { row("pipeline", nil, $0.key, $0.measure) } + chance + cells + byService + byPurpose
                + contacts
                + unknown
        )
    }
}
