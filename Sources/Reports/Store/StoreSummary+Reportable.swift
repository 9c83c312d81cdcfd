public import JourneyModel
import Wording

extension StoreSummary: Reportable {
    public var json: JSONValue {
        [
            "events": .integer(events),
            "people": .integer(people),
            "cases": .integer(cases),
            "touchpoints": .integer(touchpoints),
            "channels": .integer(channels),
            "services": .integer(services),
            "from": JSONValue(from),
            "to": JSONValue(to),
            "dimensions": .array(dimensions.map { JSONValue($0, named: "name", counted: "values") }),
            "sources": .array(sources.map(\.json)),
            "findings": .array(
                findings.map { finding in
                    [
                        "title": .text(finding.title), "titleRemark": JSONValue(finding.title),
                        "count": .integer(finding.count), "of": .integer(finding.of),
                    ]
                }
            ),
            "rejected": .integer(rejectedTotal),
            "rejects": .array(
                rejects.map { row in
                    [
                        "source": .string(row.source),
                        "line": .integer(row.reject.line),
                        "reason": .string(row.reject.reason),
                    ]
                }
            ),
            "mergedIdentities": .integer(mergedIdentities),
            "schemaVersion": .integer(schemaVersion),
            "bytes": .integer(Int(bytes)),
            "demo": .bool(isDemo),
        ]
    }

    public var report: Report {
        Report(
            title: "Store",
            scope: from == nil ? "empty" : DateText.text(TimeRange(from: from, to: to?.advanced(by: 1)), in: .utc),
            figures: [
                .count(
                    "Events",
                    events,
                    sentence: "\(NumberText.counted(events, "event")) of \(NumberText.counted(people, .person)) "
                        + "and \(NumberText.counted(cases, "case")), \(ByteText.text(bytes))"
                )
            ],
            lead: [
                "\(NumberText.counted(touchpoints, "touchpoint")), \(NumberText.counted(channels, "channel")), \(NumberText.counted(services, "service"))"
            ],
            sections: [dimensionSection, sourceSection, findingSection, rejectSection].compactMap { $0 },
            receipt: [
                "Ids merged into other people: \(NumberText.count(mergedIdentities))",
                "Form of the file: version \(schemaVersion)",
            ] + (WordingStyle.current.protection.map { ["\($0.remark.text) (\(DefinitionID.d25.rawValue))"] } ?? []),
            isDemo: isDemo
        )
    }

    private var dimensionSection: Report.Section? {
        guard !dimensions.isEmpty else { return nil }
        let rows = dimensions.map { [ReportCell($0.name), .count($0.count)] }
        return Report.Section("Dimensions", table: ReportTable([.words("name"), .figures("values")], rows))
    }

    private var sourceSection: Report.Section {
        guard !sources.isEmpty else {
            return Report.Section("Sources", notes: ["Nothing has been imported: cxm import FILE --store STORE"])
        }
        let table = ReportTable(
            [
                .words("source"), .words("format"), .figures("read"), .figures("stored"), .figures("duplicates"),
                .figures("rejected"), .words("last import"),
            ],
            sources.map {
                [
                    ReportCell($0.name), ReportCell($0.format), .count($0.read), .count($0.stored),
                    .count($0.duplicates), .count($0.rejected), ReportCell(DateText.text($0.lastImport, in: .utc)),
                ]
            }
        )
        return Report.Section("Sources", table: table)
    }

    private var findingSection: Report.Section? {
        let notable = findings.filter { $0.count != 0 }
        guard !notable.isEmpty else { return nil }
        let rows = notable.map {
            [ReportCell($0.title.text), .count($0.count), .count($0.of), .share(.rate($0.count, of: $0.of, .d27))]
        }
        let columns: [ReportTable.Column] = [.words("check"), .figures("count"), .figures("of"), .figures("share")]
        return Report.Section("Quality", table: ReportTable(columns, rows))
    }

    private var rejectSection: Report.Section? {
        guard !rejects.isEmpty else { return nil }
        let shown = rejects.prefix(20)
        let table = ReportTable(
            [.words("source"), .figures("line"), .words("reason")],
            shown.map { [ReportCell($0.source), .count($0.reject.line), ReportCell($0.reject.reason)] }
        )
        return Report.Section("Rejected rows, \(shown.count) of \(NumberText.count(rejectedTotal))", table: table)
    }

    /// A row a source.
    public var records: Records {
        Records(
            ["source", "format", "read", "stored", "duplicates", "rejected", "imports", "last_import", "file"],
            sources.map {
                [
                    .text($0.name), .text($0.format), .integer($0.read), .integer($0.stored), .integer($0.duplicates),
                    .integer($0.rejected), .integer($0.imports), .time($0.lastImport), .text($0.fileName),
                ]
            }
        )
    }
}

extension StoreSummary.Source {
    var json: JSONValue {
        [
            "name": .string(name),
            "format": .string(format),
            "read": .integer(read),
            "stored": .integer(stored),
            "duplicates": .integer(duplicates),
            "rejected": .integer(rejected),
            "imports": .integer(imports),
            "lastImport": JSONValue(lastImport),
            "file": .string(fileName),
        ]
    }
}
