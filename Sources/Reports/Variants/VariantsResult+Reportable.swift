public import JourneyModel
import Wording

extension VariantsResult: Reportable {
    public var json: JSONValue {
        [
            "subjects": .integer(subjects),
            "distinct": .integer(distinct),
            "variants": .array(
                variants.map { variant in
                    [
                        "path": .strings(variant.path),
                        "count": .integer(variant.count),
                        "share": .number(orNull: variant.share.value),
                        "shareMeasure": JSONValue(variant.share),
                        "medianThroughput": .number(orNull: variant.medianThroughput),
                    ]
                }
            ),
            "medianThroughput": .number(orNull: medianThroughput),
            "p90Throughput": .number(orNull: p90Throughput),
            "collapsed": .bool(query.collapsesRepeats),
            "receipt": JSONValue(receipt),
        ]
    }

    public var report: Report {
        let noun = receipt.unit.plural
        let covered = variants.reduce(0) { $0 + $1.count }
        let table = ReportTable(
            [.figures("#"), .figures(noun), .figures("share"), .figures("median"), .words("path")],
            variants.enumerated().map { index, variant in
                [
                    ReportCell(String(index + 1)), .count(variant.count), .rate(variant.share),
                    .span(variant.medianThroughput, orBecause: "not measured"),
                    ReportCell(variant.path.joined(separator: " → ")),
                ]
            }
        )
        let paths = NumberText.counted(distinct, "different path")
        let taken = "\(NumberText.counted(subjects, receipt.unit)) took \(paths)"
        var lead: [String] = []
        if variants.count < distinct {
            lead.append(
                "The \(NumberText.count(variants.count)) shown cover "
                    + Measure.rate(covered, of: subjects, .d9).sentence
            )
        }
        if subjects != 0 {
            lead.append(
                "From first to last event: median \(SpanText.text(medianThroughput)), "
                    + "90% within \(SpanText.text(p90Throughput))"
            )
        }
        return Report(
            title: "Variants",
            scope: receipt.scopeLine,
            figures: [.count("Different paths", distinct, sentence: taken)],
            lead: lead,
            sections: [
                Report.Section(
                    "Paths from the first event to the last",
                    table: table,
                    notes: query.collapsesRepeats ? ["A touchpoint repeated at once counts once."] : []
                )
            ],
            receipt: receipt.lines
        )
    }

    public var records: Records {
        Records(
            [
                "rank", "count", "share", "share_low", "share_high", "subjects", "median_throughput_ms", "length",
                "path",
            ],
            variants.enumerated().map { index, variant in
                [
                    .integer(index + 1), .integer(variant.count), .value(of: variant.share),
                    .number(orNone: variant.share.low), .number(orNone: variant.share.high), .integer(subjects),
                    .number(orNone: variant.medianThroughput), .integer(variant.path.count),
                    .text(variant.path.joined(separator: " > ")),
                ]
            }
        )
    }
}
