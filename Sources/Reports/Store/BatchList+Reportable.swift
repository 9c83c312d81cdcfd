public import JourneyModel
import Wording

extension BatchList: Reportable {
    public var json: JSONValue {
        [
            "batches": .array(
                entries.map { entry in
                    [
                        "batch": .integer(entry.batch),
                        "source": .string(entry.source),
                        "file": entry.file.map(JSONValue.string) ?? .null,
                        "format": .string(entry.format),
                        "imported": JSONValue(entry.imported),
                        "read": .integer(entry.read),
                        "stored": .integer(entry.stored),
                        "duplicates": .integer(entry.duplicates),
                        "rejected": .integer(entry.rejected),
                    ]
                }
            )
        ]
    }

    public var report: Report {
        let rows = entries.map { entry in
            [
                ReportCell.count(entry.batch), ReportCell(entry.source), ReportCell(entry.file ?? ""),
                ReportCell(DateText.text(entry.imported, in: .utc)), ReportCell.count(entry.read),
                ReportCell.count(entry.stored), ReportCell.count(entry.duplicates), ReportCell.count(entry.rejected),
            ]
        }
        let columns: [ReportTable.Column] = [
            .figures("batch"), .words("source"), .words("file"), .words("imported"), .figures("read"),
            .figures("stored"), .figures("known"), .figures("rejected"),
        ]
        return Report(
            title: "Imports",
            figures: [.count("Imports", entries.count, sentence: NumberText.counted(entries.count, "import"))],
            sections: entries.isEmpty ? [] : [Report.Section("Imports", table: ReportTable(columns, rows))]
        )
    }

    /// A row an import.
    public var records: Records {
        Records(
            ["batch", "source", "file", "format", "imported", "read", "stored", "duplicates", "rejected"],
            entries.map { entry in
                [
                    .integer(entry.batch), .text(entry.source), entry.file.map { .text($0) } ?? .none,
                    .text(entry.format), .text(entry.imported.iso8601), .integer(entry.read), .integer(entry.stored),
                    .integer(entry.duplicates), .integer(entry.rejected),
                ]
            }
        )
    }
}
