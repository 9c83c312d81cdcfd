public import JourneyModel
import Wording

/// What `cxm forget` took out.
public struct ForgettingReport: Hashable, Sendable {
    public var batch: Int
    /// Rows by table.
    public var erased: [ErasureCounts.Table]
    public var seconds: Double

    public init(batch: Int, erased: [ErasureCounts.Table], seconds: Double) {
        self.batch = batch
        self.erased = erased
        self.seconds = seconds
    }
}

extension ForgettingReport: Reportable {
    public var json: JSONValue {
        [
            "batch": .integer(batch),
            "erased": .object(erased.map { JSONValue.Member($0.name, .integer($0.rows)) }),
            "seconds": .number((seconds * 1000).rounded() / 1000),
        ]
    }

    public var report: Report {
        let events = erased.first { $0.name == "events" }?.rows ?? 0
        let rows = erased.filter { $0.rows > 0 }.map { [ReportCell($0.name), ReportCell.count($0.rows)] }
        return Report(
            title: "Forget",
            figures: [
                .count(
                    "Events taken out",
                    events,
                    sentence: "Import \(batch): \(NumberText.counted(events, "event")) taken out"
                )
            ],
            lead: ["\(NumberText.decimal(seconds)) s"],
            sections: [
                Report.Section(
                    "Rows taken out",
                    table: rows.isEmpty ? nil : ReportTable([.words("table"), .figures("rows")], rows),
                    notes: [
                        "What another import brought too has stayed: it is that one's now.",
                        "Importing the file again stores it. To take persons out for good: cxm erase.",
                    ]
                )
            ]
        )
    }

    /// A row a table.
    public var records: Records {
        Records(["table", "rows"], erased.map { [.text($0.name), .integer($0.rows)] })
    }
}
