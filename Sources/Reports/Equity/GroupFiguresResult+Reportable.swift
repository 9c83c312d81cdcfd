public import JourneyModel
import Wording

extension GroupFiguresResult: Reportable {
    public var json: JSONValue {
        [
            "behind": .string(query.group.text),
            "by": .string(query.by),
            "whole": JSONValue(whole),
            "people": people.map { .integer($0) } ?? .null,
            "lowerIsBetter": .bool(lowerIsBetter),
            "groups": .array(
                rows.map { row in
                    [
                        "value": .string(row.value),
                        "people": row.people.map { .integer($0) } ?? .null,
                        "subjects": .integer(row.subjects),
                        "figure": JSONValue(row.figure),
                        "againstRest": JSONValue(row.againstRest),
                    ]
                }
            ),
            "valuesLeftOut": .integer(valuesLeftOut),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        let table = ReportTable(
            [.words(query.by), .figures("people"), .figures("figure"), .figures("against the rest")],
            rows.map { row in
                [
                    ReportCell(row.value), row.people.map { .count($0) } ?? ReportCell(NumberText.absent),
                    unit == .share
                        ? .rate(row.figure) : ReportCell(text(row.figure), reason: row.figure.reasonForAbsence),
                    .difference(row.againstRest),
                ]
            }
        )
        let figure = unit == .share ? whole.sentence : text(whole)
        return Report(
            title: "\(query.group.figureTitle), by \(query.by)",
            scope: receipt.scopeLine,
            figures: [],
            lead: ["All together: \(figure)", reconciliation].compactMap(\.self),
            sections: [Report.Section("Worst first", table: table)],
            receipt: receipt.lines
        )
    }

    /// A count; absent as a dash (D0).
    private func text(_ measure: Measure) -> String {
        measure.value.map { NumberText.decimal($0, decimals: 0) } ?? NumberText.absent
    }

    public var records: Records {
        Records(
            ["value", "people", "subjects"] + Records.measureHeader("figure")
                + ["against_rest", "against_rest_low", "against_rest_high"],
            rows.map { row in
                let difference = row.againstRest
                return [.text(row.value), row.people.map { .integer($0) } ?? .none, .integer(row.subjects)]
                    + Records.fields(of: row.figure)
                    + [difference?.value, difference?.interval.low, difference?.interval.high].map {
                        .number(orNone: $0)
                    }
            }
        )
    }
}
