public import JourneyModel
import Wording

extension OverviewResult: Reportable {
    public var json: JSONValue {
        [
            "indicators": indicators.json,
            "before": before?.json ?? .null,
            "targets": query.targets.json,
            "gaps": .array(gaps.map(\.json)),
            "maturity": maturity.json,
            "standsOut": .texts(standsOut),
            "standsOutRemarks": .remarks(standsOut),
            "comparedWith": query.before.map { ["from": JSONValue($0.from), "to": JSONValue($0.to)] } ?? .null,
        ]
    }

    public var report: Report {
        let receipt = indicators.receipt
        let compared = query.before.map { " · against " + DateText.text($0, in: query.scope.zone) } ?? ""
        return Report(
            title: "Overview",
            scope: receipt.scopeLine + compared,
            figures: figures,
            lead: standsOut.map(\.text) + [maturity.heldFigure.sentence].compactMap { $0 } + maturity.lead,
            sections: [indicatorSection, gapSection] + annotationSections,
            receipt: receipt.lines
        )
    }

    /// The four indicators with goal and before, and the stage that is held; plain text has them in table and lead.
    private var figures: [KeyFigure] {
        let four = zip(
            indicators.figures,
            indicatorRows
        ).map { figure, row in
            var figure = figure
            figure.notes += [("goal", row[3].text), ("before", row[4].text)].filter { !$0.1.isEmpty }
                .map { "\($0.0) \($0.1)" }
            return figure
        }
        return (four + [maturity.heldFigure]).map { figure in
            var figure = figure
            figure.sentence = nil
            return figure
        }
    }

    /// Name, now, n, goal, before.
    private var indicatorRows: [[ReportCell]] {
        let now = indicators.overall
        let currency = indicators.currency
        func row(
            _ name: String,
            _ measure: KeyPath<Indicators, Measure>,
            _ cell: (Measure) -> ReportCell,
            goal: String
        ) -> [ReportCell] {
            let figure = now[keyPath: measure]
            return [
                ReportCell(name), cell(figure),
                .n(figure), ReportCell(goal), before.map { cell($0[keyPath: measure]) } ?? ReportCell(""),
            ]
        }
        let targets = query.targets
        return [
            row("completion", \.completion, ReportCell.rate, goal: NumberText.percent(targets.completion)),
            row("digital take-up", \.takeUp, ReportCell.rate, goal: NumberText.percent(targets.takeUp)),
            row(
                "cost a transaction",
                \.costPerTransaction,
                { .money($0, currency: currency) },
                goal: targets.costPerTransaction.map { NumberText.money($0, currency: currency) } ?? ""
            ),
            row("satisfaction", \.satisfaction, ReportCell.rate, goal: NumberText.percent(targets.satisfaction)),
        ]
    }

    private var indicatorSection: Report.Section {
        let columns: [ReportTable.Column] = [
            .words("indicator"), .figures("now"), .figures("n"), .figures("goal"), .figures("before"),
        ]
        return Report.Section(
            "Indicators",
            table: ReportTable(columns, indicatorRows),
            notes: indicators.overall.caveats.map(\.text)
        )
    }

    private var annotationSections: [Report.Section] {
        [indicators.annotations.section(indicators.query.scope)].compactMap { $0 }
    }

    private var gapSection: Report.Section {
        guard !gaps.isEmpty else {
            let isMeasured = indicators.overall.named.contains { $0.measure.value != nil }
            let none = NoneText.text("None: what could be measured meets its goal.")
            let note = isMeasured ? none : "Nothing could be measured yet."
            return Report.Section("Gaps", notes: [note])
        }
        let table = ReportTable(
            [
                .words("gap"), .figures("people"), .figures("now"), .figures("goal"), .words("of"), .figures("before"),
                .words("change"), .figures("cost"),
            ],
            gaps.map { gap in
                [
                    ReportCell((gap.isRedLine ? "Act now: " : "") + gap.title.text), .count(gap.people),
                    ReportCell(gap.text(of: gap.now.value), reason: gap.now.reasonForAbsence),
                    ReportCell(gap.text(of: gap.target)), ReportCell(gap.noun.text),
                    ReportCell(gap.before.map { gap.text(of: $0.value) } ?? ""), ReportCell(gap.changeText),
                    ReportCell(gap.cost.map { NumberText.money($0, currency: indicators.currency) } ?? ""),
                ]
            }
        )
        return Report.Section("Gaps, by people affected", table: table, charts: [gapsChart].compactMap { $0 })
    }

    /// A row a figure: the four indicators now and before, then the gaps.
    public var records: Records {
        let header = ["kind", "people", "target", "before"] + Records.longMeasureHeader + ["cost", "red_line"]
        let targets = query.targets
        let goals = [targets.completion, targets.takeUp, targets.costPerTransaction, targets.satisfaction]
        let indicatorRows = zip(indicators.overall.named, goals).enumerated().map { index, pair -> [Records.Field] in
            let (figure, goal) = pair
            return [
                .text("indicator"), .none, .number(orNone: goal),
                .number(orNone: before.flatMap { $0.named[index].measure.value }),
            ] + Records.longFields(figure.name, figure.measure) + [.none, .none]
        }
        let gapRows = gaps.map { gap -> [Records.Field] in
            [.text("gap"), .integer(gap.people), .number(gap.target), .number(orNone: gap.before?.value)]
                + Records.longFields(gap.title.text, gap.now)
                + [.number(orNone: gap.cost), .integer(gap.isRedLine ? 1 : 0)]
        }
        return Records(header, indicatorRows + gapRows)
    }
}

extension Targets {
    var json: JSONValue {
        [
            "completion": .number(completion),
            "takeUp": .number(takeUp),
            "costPerTransaction": .number(orNull: costPerTransaction),
            "satisfaction": .number(satisfaction),
            "preferenceCaptured": .number(preferenceCaptured),
            "preferenceUsed": .number(preferenceUsed),
            "preferenceHonoured": .number(preferenceHonoured),
            "leak": .number(leak),
        ]
    }
}
