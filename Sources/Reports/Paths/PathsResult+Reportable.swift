public import JourneyModel
import Wording

extension PathsResult: Reportable {
    public var json: JSONValue {
        [
            "transitions": .array(
                transitions.map { transition in
                    [
                        "from": .string(transition.from),
                        "to": .string(transition.to),
                        "count": .integer(transition.count),
                        "subjects": transition.subjects.map { .integer($0) } ?? .null,
                        "share": .number(orNull: transition.share.value),
                        "shareMeasure": JSONValue(transition.share),
                        "medianGap": .number(orNull: transition.medianGap),
                    ]
                }
            ),
            "starts": .array(starts.map { JSONValue($0, named: "touchpoint") }),
            "startTotal": .integer(startTotal),
            "endTotal": .integer(endTotal),
            "ends": .array(ends.map { JSONValue($0, named: "touchpoint") }),
            "handoffs": .array((handOffs?.pairs ?? []).map(\.json)),
            "rework": .array(
                rework.map { rework in
                    [
                        "touchpoint": .string(rework.touchpoint),
                        "selfLoops": .integer(rework.selfLoops),
                        "repetitions": .integer(rework.repetitions),
                        "subjects": .integer(rework.subjects),
                    ]
                }
            ),
            "transitionTotal": .integer(transitionTotal),
            "distinctTransitions": .integer(distinctTransitions),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        let shown =
            transitions.count < distinctTransitions
            ? ", the \(NumberText.counted(transitions.count, "most frequent", "most frequent")) shown" : ""
        return Report(
            title: "Paths",
            scope: receipt.scopeLine,
            figures: [
                .count(
                    "Transitions",
                    transitionTotal,
                    sentence: "\(NumberText.counted(transitionTotal, "transition")) of "
                        + "\(NumberText.counted(distinctTransitions, "kind"))\(shown)"
                )
            ],
            sections: [
                transitionSection,
                valueSection("Where journeys begin", starts, of: startTotal),
                valueSection("Where journeys end", ends, of: endTotal),
                handOffs?.pairSection,
                reworkSection,
            ].compactMap { $0 },
            receipt: receipt.lines
        )
    }

    private var subjects: String { receipt.unit.plural }

    private var transitionSection: Report.Section {
        let table = ReportTable(
            [
                .words("from"), .words("to"), .figures("count"), .figures(subjects), .figures("share"),
                .figures("median gap"),
            ],
            transitions.map {
                [
                    ReportCell($0.from), ReportCell($0.to), .count($0.count), .count($0.subjects), .share($0.share),
                    .span($0.medianGap, orBecause: "not measured"),
                ]
            }
        )
        return Report.Section(
            "Which touchpoint follows which",
            table: table,
            charts: [transitionsChart].compactMap { $0 },
            notes: ["share: of all that follows the first of the two"]
        )
    }

    private func valueSection(_ title: String, _ values: [Catalog.Value], of total: Int) -> Report.Section? {
        guard !values.isEmpty else { return nil }
        let rows = values.map { [ReportCell($0.name), .count($0.count), .share(.rate($0.count, of: total, .d9))] }
        let table = ReportTable([.words("touchpoint"), .figures(subjects), .figures("share")], rows)
        return Report.Section(title, table: table)
    }

    private var reworkSection: Report.Section? {
        guard !rework.isEmpty else { return nil }
        let table = ReportTable(
            [.words("touchpoint"), .figures("again at once"), .figures("again later"), .figures(subjects)],
            rework.map {
                [ReportCell($0.touchpoint), .count($0.selfLoops), .count($0.repetitions), .count($0.subjects)]
            }
        )
        return Report.Section("Touchpoints that \(subjects) come back to", table: table)
    }

    /// A row a transition, start, end, hand-off or touchpoint that is repeated, as `kind` says.
    public var records: Records {
        let header = ["kind", "from", "to", "count", "subjects", "share", "median_gap_ms"]
        let transitionRows = transitions.map { row -> [Records.Field] in
            [
                .text("transition"), .text(row.from), .text(row.to), .integer(row.count),
                .integer(orNone: row.subjects), .value(of: row.share), .number(orNone: row.medianGap),
            ]
        }
        // What a kind does not have stays empty.
        func row(
            _ kind: String,
            _ from: String?,
            _ to: String?,
            _ count: Int,
            _ subjects: Int?,
            gap: Double? = nil
        ) -> [Records.Field] {
            [
                .text(kind), .text(orNone: from), .text(orNone: to), .integer(count), .integer(orNone: subjects), .none,
                .number(orNone: gap),
            ]
        }
        return Records(
            header,
            transitionRows
                + starts.map { row("start", nil, $0.name, $0.count, $0.count) }
                + ends.map { row("end", $0.name, nil, $0.count, $0.count) }
                + (handOffs?.pairs ?? []).map {
                    row("handoff", $0.from, $0.to, $0.count, $0.subjects, gap: $0.medianGap)
                }
                + rework.map { row("self-loop", $0.touchpoint, $0.touchpoint, $0.selfLoops, nil) }
                + rework.map { row("repetition", $0.touchpoint, $0.touchpoint, $0.repetitions, nil) }
        )
    }
}
