public import JourneyModel
import Wording

extension FunnelRulesResult: Reportable {
    public var json: JSONValue {
        [
            "steps": .strings(query.funnel.steps.map(\.name)),
            "own": own.json,
            "tools": .array(
                tools.map { tool in
                    JSONValue.object([.init("tool", .string(tool.tool.rawValue))]).adding(tool.counts.json).adding([
                        "rules": .array(tool.rules.map(\.json))
                    ])
                }
            ),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        let table = ReportTable(
            [
                .words("by the rules of"), .figures("entered"), .figures("converted"), .figures("rate"),
                .figures("median"),
            ],
            [row("this program", own)] + tools.map { row($0.tool.rawValue, $0.counts) }
        )
        return Report(
            title: "What other tools would count",
            scope: receipt.scopeLine,
            figures: [],
            lead: ["Steps: " + query.funnel.steps.map(\.name).joined(separator: ", ")],
            sections: [Report.Section("The same events by other rules", table: table)] + tools.map(section),
            receipt: receipt.lines
        )
    }

    private func section(_ tool: Tool) -> Report.Section {
        Report.Section(
            "What differs in " + tool.tool.rawValue,
            table: ReportTable(
                [.words("rule"), .figures("entered, it alone"), .figures("converted, it alone")],
                tool.rules.map { rule in
                    [
                        ReportCell(rule.rule.text), rule.alone.map { .count($0.entered) } ?? ReportCell(""),
                        rule.alone.map { .count($0.converted) } ?? ReportCell(""),
                    ]
                }
            )
        )
    }

    private func row(_ name: String, _ counts: Counts) -> [ReportCell] {
        [
            ReportCell(name), .count(counts.entered), .count(counts.converted), .rate(counts.rate),
            .span(counts.median, orBecause: "nobody converted"),
        ]
    }

    /// A row for the program's own rules, one for each tool, and one for each rule by itself.
    public var records: Records {
        func row(_ tool: String, _ rule: String, _ counts: Counts?) -> [Records.Field] {
            [.text(tool), .text(rule), counts.map { .integer($0.entered) } ?? .none]
                + [counts.map { .integer($0.converted) } ?? .none, .number(orNone: counts?.rate.value)]
                + [.number(orNone: counts?.median)]
        }
        let own = [row("cxm", "", own)]
        return Records(
            ["tool", "rule", "entered", "converted", "rate", "median_ms"],
            own
                + tools.flatMap { tool in
                    [row(tool.tool.rawValue, "", tool.counts)]
                        + tool.rules.map { row(tool.tool.rawValue, $0.rule.text, $0.alone) }
                }
        )
    }
}

extension FunnelRulesResult.Counts {
    fileprivate var json: JSONValue {
        [
            "entered": .integer(entered), "converted": .integer(converted), "rate": JSONValue(rate),
            "median": .number(orNull: median),
        ]
    }
}

extension FunnelRulesResult.Rule {
    fileprivate var json: JSONValue {
        ["rule": .string(rule.text), "ruleRemark": JSONValue(rule), "alone": alone?.json ?? .null]
    }
}
