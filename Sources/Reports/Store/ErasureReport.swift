public import JourneyModel
import Wording

/// What `cxm erase` did, or would do.
public struct ErasureReport: Hashable, Sendable {
    public var counts: ErasureCounts
    public var seconds: Double
    /// Nothing was erased: only looked.
    public var isDryRun: Bool

    public init(counts: ErasureCounts, seconds: Double, isDryRun: Bool) {
        self.counts = counts
        self.seconds = seconds
        self.isDryRun = isDryRun
    }

    /// `1 person with 2 ids and 1 case`
    private var subjects: String {
        var words: [String] = []
        if counts.persons > 0 {
            let ids = counts.ids == counts.persons ? "" : " with \(NumberText.counted(counts.ids, "id"))"
            words.append(NumberText.counted(counts.persons, .person) + ids)
        }
        if counts.cases > 0 { words.append(NumberText.counted(counts.cases, "case")) }
        return words.joined(separator: " and ")
    }

    private static let notes = [
        "Copies of the store, and the files that it was made from, still have them.",
        "Importing those files again under the same source does not bring back what was erased; new rows are stored.",
    ]
}

extension ErasureReport: Reportable {
    public var json: JSONValue {
        [
            "persons": .integer(counts.persons),
            "ids": .integer(counts.ids),
            "cases": .integer(counts.cases),
            "erased": .object(counts.tables.map { JSONValue.Member($0.name, .integer($0.rows)) }),
            "seconds": .number((seconds * 1000).rounded() / 1000),
            "dryRun": .bool(isDryRun),
        ]
    }

    public var report: Report {
        let verb = isDryRun ? "would be erased" : "erased"
        let events = counts.rows(of: "events")
        let sentence = "\(subjects) \(verb): \(NumberText.counted(events, "event"))"
        let rows = counts.tables.filter { $0.rows > 0 }.map { [ReportCell($0.name), ReportCell.count($0.rows)] }
        return Report(
            title: isDryRun ? "Erase, nothing done yet" : "Erase",
            figures: [.count("Events \(verb)", events, sentence: sentence)],
            lead: isDryRun ? [] : ["\(NumberText.decimal(seconds)) s"],
            sections: [
                Report.Section(
                    isDryRun ? "Rows that would be erased" : "Rows erased",
                    table: ReportTable([.words("table"), .figures("rows")], rows),
                    notes: Self.notes
                )
            ]
        )
    }

    /// A row a table.
    public var records: Records {
        Records(["table", "rows"], counts.tables.map { [.text($0.name), .integer($0.rows)] })
    }
}
