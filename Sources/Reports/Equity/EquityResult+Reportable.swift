public import JourneyModel

extension EquityResult: Reportable {
    public var json: JSONValue {
        [
            "trait": .string(query.trait),
            "groups": .array(
                groups.map { group in
                    [
                        "value": .string(group.value),
                        "people": .integer(group.people),
                        "completion": JSONValue(group.completion),
                        "againstRest": JSONValue(group.againstRest),
                    ]
                }
            ),
            "whole": JSONValue(whole),
            "unknown": JSONValue(unknown),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        let table = ReportTable(
            [
                .words(query.trait), .figures("people"), .figures("completion"), .figures("against the rest"),
            ],
            groups.map {
                [
                    ReportCell($0.value), .count($0.people), .rate($0.completion),
                    .difference($0.againstRest),
                ]
            }
        )
        // Above a fifth the comparison is unsafe (D21).
        let unsafe = (unknown.value ?? 0) > 0.2 ? ", too many for a safe comparison" : ""
        return Report(
            title: "Completion by \(query.trait)",
            scope: receipt.scopeLine,
            figures: [lowest].compactMap { $0 },
            lead: ["Not known: " + unknown.sentence + unsafe],
            sections: [Report.Section("Lowest first", table: table, charts: [chart].compactMap { $0 })],
            receipt: receipt.lines
        )
    }

    /// The group that completes least; the table says it to readers of plain text.
    private var lowest: KeyFigure? {
        groups.first.map { group in
            var figure = KeyFigure.rate("Lowest: \(group.value)", group.completion)
            figure.sentence = nil
            return figure
        }
    }

    private var chart: Chart? {
        GroupsChart.chart("Completion by \(query.trait)", groups.map { ($0.value, $0.completion) })
    }

    public var records: Records {
        Records(
            ["value", "people"] + Records.measureHeader("completion")
                + ["against_rest", "against_rest_low", "against_rest_high"],
            groups.map { group in
                let difference = group.againstRest
                return [.text(group.value), .integer(group.people)] + Records.fields(of: group.completion)
                    + [difference?.value, difference?.interval.low, difference?.interval.high].map {
                        .number(orNone: $0)
                    }
            }
        )
    }
}
