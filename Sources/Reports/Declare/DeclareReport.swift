/// What `cxm declare FILE` did.
public struct DeclareReport: Hashable, Sendable {
    /// A name of the document that is nowhere in the data.
    public struct Unknown: Hashable, Sendable {
        public var kind: String
        public var name: String
        /// The name in the data that may have been meant.
        public var nearest: String?
        /// `FILE:LINE`.
        public var place: String

        public init(kind: String, name: String, nearest: String?, place: String) {
            self.kind = kind
            self.name = name
            self.nearest = nearest
            self.place = place
        }
    }

    /// Places of the document.
    public var changed: [String]
    public var unknown: [Unknown]
    /// Of the store, since when they hold.
    public var generation: Int64

    public init(changed: [String], unknown: [Unknown], generation: Int64) {
        self.changed = changed
        self.unknown = unknown
        self.generation = generation
    }
}

extension DeclareReport: Reportable {
    public var json: JSONValue {
        [
            "changed": .strings(changed),
            "unknown": .array(
                unknown.map { name in
                    [
                        "kind": .string(name.kind), "name": .string(name.name),
                        "nearest": .string(orNull: name.nearest), "place": .string(name.place),
                    ]
                }
            ),
            "generation": .integer(Int(generation)),
        ]
    }

    public var report: Report {
        let sentence =
            changed.isEmpty
            ? "Nothing is other than it was declared before"
            : "Declared, as generation \(generation) of the store: " + changed.joined(separator: ", ")
        let rows = unknown.map { name in
            [
                ReportCell(name.place), ReportCell(name.kind), ReportCell(name.name),
                ReportCell(name.nearest.map { "did you mean \($0)?" } ?? ""),
            ]
        }
        let section = Report.Section(
            "Nowhere in the data",
            table: ReportTable([.words("where"), .words("kind"), .words("name"), .words("")], rows),
            notes: ["These are declared all the same, and count once the data have them."]
        )
        return Report(
            title: "Declare",
            figures: [.count("Changed", changed.count, sentence: sentence)],
            lead: [],
            sections: unknown.isEmpty ? [] : [section]
        )
    }

    public var records: Records {
        Records(
            ["kind", "name", "nearest", "place"],
            unknown.map { [.text($0.kind), .text($0.name), .text($0.nearest ?? ""), .text($0.place)] }
        )
    }
}
