public import JourneyModel
import Wording

extension HandOffsResult: Reportable {
    public var json: JSONValue {
        [
            "handoffs": .integer(handOffs),
            "subjects": .integer(subjects),
            "pending": .integer(pending),
            "completed": JSONValue(completed),
            "reAsked": JSONValue(reAsked),
            "medianGap": .number(orNull: medianGap),
            "pairs": .array(pairs.map(\.json)),
            "isolation": JSONValue(isolation),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        let whose = "\(NumberText.counted(handOffs, "hand-off")) of \(NumberText.counted(subjects, receipt.unit))"
        return Report(
            title: "Hand-offs between channels",
            scope: receipt.scopeLine,
            figures: [
                .count("Hand-offs", handOffs, sentence: whose),
                .rate("Completed within 28 days", completed),
                .rate("Asked again within 7 days", reAsked),
                .rate("People whose channels share a case", isolation),
            ],
            lead: medianGap.map { ["Half of them went on within \(SpanText.text($0))"] } ?? [],
            sections: [pairSection].compactMap { $0 },
            receipt: receipt.lines
        )
    }

    /// A row a pair of channels; nil where there is none.
    var pairSection: Report.Section? {
        guard !pairs.isEmpty else { return nil }
        let table = ReportTable(
            [
                .words("from"), .words("to"), .figures("hand-offs"), .figures(receipt.unit.plural),
                .figures("completed"), .figures("asked again"), .figures("median gap"),
            ],
            pairs.map {
                [
                    ReportCell($0.from), ReportCell($0.to), .count($0.count), .count($0.subjects), .rate($0.completed),
                    .rate($0.reAsked), .span($0.medianGap, orBecause: "not measured"),
                ]
            }
        )
        return Report.Section(
            "Hand-offs between channels",
            table: table,
            notes: ["completed: the journey, within 28 days; asked again: on the new channel, within 7 days"]
        )
    }

    /// A row for all, which names no channel, and a row a pair.
    public var records: Records {
        func row(
            _ names: [Records.Field],
            _ count: Int,
            _ subjects: Int,
            _ rates: [Measure],
            _ gap: Double?
        ) -> [Records.Field] {
            names + [.integer(count), .integer(subjects)] + rates.flatMap(Records.fields) + [.number(orNone: gap)]
        }
        return Records(
            ["from", "to", "count", "subjects"] + Records.measureHeader("completed")
                + Records.measureHeader("re_asked") + ["median_gap_ms"] + Records.measureHeader("isolation"),
            [
                row([.none, .none], handOffs, subjects, [completed, reAsked], medianGap)
                    + Records.fields(of: isolation)
            ]
                + pairs.map {
                    row(
                        [.text($0.from), .text($0.to)],
                        $0.count,
                        $0.subjects,
                        [$0.completed, $0.reAsked],
                        $0.medianGap
                    )
                        + Array(repeating: .none, count: 4)
                }
        )
    }
}

extension HandOffsResult.Pair {
    var json: JSONValue {
        [
            "from": .string(from),
            "to": .string(to),
            "count": .integer(count),
            "subjects": .integer(subjects),
            "completed": JSONValue(completed),
            "reAsked": JSONValue(reAsked),
            "medianGap": .number(orNull: medianGap),
        ]
    }
}
