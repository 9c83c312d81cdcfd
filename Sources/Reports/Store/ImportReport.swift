public import JourneyModel
import Wording

/// What an import did, over all its files.
public struct ImportReport: Hashable, Sendable {
    public var read: Int
    public var stored: Int
    public var duplicates: Int
    public var rejected: Int
    /// In the order of the files; the first twenty are shown.
    public var rejects: [Reject]
    /// Groups of events of one subject at the same instant (D1).
    public var ties: Int
    public var seconds: Double
    /// Nothing was stored: only tried.
    public var isDryRun: Bool
    /// Rows that are stored, but for optional values of them that could not be read.
    public var partial: Int
    /// What whoever imports should know.
    public var notes: [ImportNote]
    /// Events with a known id that came with other content, and those of them of which that was taken.
    public var changed = 0
    public var updated = 0
    /// The imports' numbers, a file each.
    public var batches: [Int] = []

    public init(
        read: Int,
        stored: Int,
        duplicates: Int,
        rejected: Int,
        rejects: [Reject],
        ties: Int,
        seconds: Double,
        isDryRun: Bool,
        partial: Int = 0,
        notes: [ImportNote] = []
    ) {
        self.read = read
        self.stored = stored
        self.duplicates = duplicates
        self.rejected = rejected
        self.rejects = rejects
        self.ties = ties
        self.seconds = seconds
        self.isDryRun = isDryRun
        self.partial = partial
        self.notes = notes
    }
}

extension ImportReport: Reportable {
    static let shownRejects = 20

    public var json: JSONValue {
        [
            "read": .integer(read),
            "stored": .integer(stored),
            "duplicates": .integer(duplicates),
            "rejected": .integer(rejected),
            "rejects": .array(
                rejects.prefix(Self.shownRejects).map { reject in
                    ["line": .integer(reject.line), "reason": .string(reject.reason)]
                }
            ),
            "ties": .integer(ties),
            "seconds": .number((seconds * 1000).rounded() / 1000),
            "dryRun": .bool(isDryRun),
            "partial": .integer(partial),
            "batch": batches.last.map(JSONValue.integer) ?? .null,
            "batches": .array(batches.map(JSONValue.integer)),
            "changed": .integer(changed),
            "updated": .integer(updated),
            "notes": .array(
                notes.map { note in
                    ["id": .string(note.id), "text": .string(note.text), "count": .integer(orNull: note.count)]
                }
            ),
        ]
    }

    public var report: Report {
        let verb = isDryRun ? "would be stored" : "stored"
        let rate = seconds > 0 ? ", \(NumberText.decimal(Double(read) / seconds, decimals: 0)) a second" : ""
        let shown = rejects.prefix(Self.shownRejects)
        var sections: [Report.Section] = []
        if !shown.isEmpty {
            let rows = shown.map { [ReportCell.count($0.line), ReportCell($0.reason)] }
            let title = "Rejected, \(shown.count) of \(NumberText.count(rejected))"
            sections = [Report.Section(title, table: ReportTable([.figures("line"), .words("reason")], rows))]
        }
        let part = partial > 0 ? ", \(NumberText.count(partial)) stored in part" : ""
        let summary =
            "\(NumberText.counted(read, "row")) read, \(NumberText.count(stored)) \(verb), \(NumberText.counted(duplicates, "duplicate")), "
            + "\(NumberText.count(rejected)) rejected" + part
        var lead = ["\(NumberText.decimal(seconds)) s\(rate)"]
        if ties > 0 { lead.append("\(NumberText.counted(ties, "group")) of events at the same instant: see --ties") }
        if !notes.isEmpty { sections.append(Report.Section("Notes", notes: notes.map(\.text))) }
        return Report(
            title: isDryRun ? "Import, dry run" : "Import",
            figures: [.count("Rows \(verb)", stored, sentence: summary)],
            lead: lead,
            sections: sections
        )
    }

    public var records: Records {
        Records(
            ["read", "stored", "duplicates", "rejected", "partial", "ties", "seconds"],
            [
                [
                    .integer(read), .integer(stored), .integer(duplicates), .integer(rejected), .integer(partial),
                    .integer(ties), .number(seconds),
                ]
            ]
        )
    }
}
