public import JourneyModel
import Wording

extension FunnelResult {
    public var report: Report {
        Report(
            title: "Funnel",
            scope: receipt.scopeLine + (query.window.map { " · within " + SpanText.text($0) } ?? ""),
            figures: [.rate("Convert", rateOfAll)],
            lead: lead,
            sections: [stepSection, nextSection, timeSection, groupSection].compactMap { $0 },
            receipt: receipt.lines
        )
    }

    private var lead: [String] {
        let parts = [
            "\(NumberText.count(entered)) entered", "\(NumberText.count(converted)) converted",
            "\(NumberText.count(pending)) pending", "\(NumberText.count(dropped)) \(DroppedText.word(query))",
        ]
        var lines = [parts.joined(separator: ", ")]
        if pending != 0 { lines.append("Of those whose time is up: " + rateOfMature.sentence) }
        return lines
    }

    private var stepSection: Report.Section {
        let table = ReportTable(
            [
                .figures("#"), .words("step"), .figures("reached"), .figures("of previous"), .figures("of entered"),
                .figures(DroppedText.word(query)), .figures("pending"), .figures("median"),
            ],
            steps.enumerated().map { index, step in
                [
                    ReportCell(String(index + 1)), ReportCell(step.name + (step.isOptional ? " (optional)" : "")),
                    .count(step.reached), index == 0 ? ReportCell("") : .rate(step.ofPrevious), .share(step.ofEntered),
                    .count(step.dropped), .count(step.pending),
                    index == 0 ? ReportCell("") : .span(step.medianFromPrevious, orBecause: "nobody did both"),
                ]
            }
        )
        let title = first?.source?.title ?? "Steps"
        return Report.Section(title, table: table, charts: [chart].compactMap { $0 })
    }

    private var nextSection: Report.Section? {
        let rows = steps.enumerated().flatMap { index, step -> [[ReportCell]] in
            guard step.dropped != 0 else { return [] }
            func share(_ count: Int) -> ReportCell { .share(.rate(count, of: step.dropped, .d9)) }
            var rows = step.next.map { next in
                [
                    ReportCell(String(index + 1)), ReportCell(next.touchpoint), ReportCell(next.channel ?? ""),
                    .count(next.subjects), share(next.subjects), .span(next.medianDelay, orBecause: "not measured"),
                ]
            }
            let others = [("nothing", step.nothingNext), ("completed all the same", step.completedOtherwise)]
            for (name, count) in others where count != 0 {
                rows.append([
                    ReportCell(String(index + 1)), ReportCell(name), ReportCell(""), .count(count), share(count),
                    ReportCell(""),
                ])
            }
            return rows
        }
        guard !rows.isEmpty else { return nil }
        let columns: [ReportTable.Column] = [
            .figures("after step"), .words("next"), .words("channel"), .figures(receipt.unit.plural),
            .figures("share"), .figures("median after"),
        ]
        return Report.Section(
            query.window == nil ? "Where those not converted went next" : "Where those who dropped went next",
            table: ReportTable(columns, rows)
        )
    }

    private var timeSection: Report.Section? {
        guard timeToConvert.n != 0 else { return nil }
        let keys = FunnelResult.TimeToConvert.keys
        let table = ReportTable(
            [.figures("n")] + keys.map { .figures($0.p == 0.5 ? "median" : "\(Int(($0.p * 100).rounded()))%") },
            [[.count(timeToConvert.n)] + keys.map { .span(timeToConvert.quantiles[$0.p], orBecause: "not measured") }]
        )
        let none = timeToConvert.n.hiddenText ?? "not reached"
        let median = timeToConvert.curve.median.map { "after " + SpanText.text($0) } ?? none
        return Report.Section(
            "Time to convert",
            table: table,
            charts: [timeToConvert.conversionCurve].compactMap { $0 },
            notes: ["Of all who entered, half have converted: \(median) (Kaplan-Meier)"]
        )
    }

    private var groupSection: Report.Section? {
        guard let breakdown = query.breakdown else { return nil }
        let table = ReportTable(
            [
                .words(breakdown), .figures("entered"), .figures("converted"), .figures("pending"), .figures("rate"),
                .figures("against the rest"), .figures("median"),
            ],
            groups.map { group in
                [
                    ReportCell(group.value), .count(group.entered), .count(group.converted), .count(group.pending),
                    .rate(group.rate), .difference(group.againstRest),
                    .span(group.medianTimeToConvert, orBecause: "nobody converted"),
                ]
            }
        )
        let note = query.attribution == .allSteps ? ["Somebody may stand in several groups: they do not add up."] : []
        let chart = GroupsChart.chart("Converted by \(breakdown)", groups.map { ($0.value, $0.rate) })
        return Report.Section("By \(breakdown)", table: table, charts: [chart].compactMap { $0 }, notes: note)
    }

    /// A row a step, overall first (the group is empty), then a group at a time.
    public var records: Records {
        let header =
            ["group", "step", "name", "optional", "entered", "converted", "reached", "dropped", "pending"]
            + Records.measureHeader("of_previous") + Records.measureHeader("of_entered") + ["median_from_previous_ms"]
        func rows(_ group: Records.Field, _ entered: Int, _ converted: Int, _ steps: [Step]) -> [[Records.Field]] {
            steps.enumerated().map { index, step in
                [
                    group, .integer(index + 1), .text(step.name), .integer(step.isOptional ? 1 : 0),
                    .integer(entered), .integer(converted), .integer(step.reached), .integer(step.dropped),
                    .integer(step.pending),
                ] + Records.fields(of: step.ofPrevious) + Records.fields(of: step.ofEntered)
                    + [.number(orNone: step.medianFromPrevious)]
            }
        }
        let byGroup = groups.flatMap { rows(.text($0.value), $0.entered, $0.converted, $0.steps) }
        return Records(header, rows(.none, entered, converted, steps) + byGroup)
    }
}
