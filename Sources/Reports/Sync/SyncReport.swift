import Wording

/// What `cxm sync` did.
public struct SyncReport: Hashable, Sendable {
    public struct File: Hashable, Sendable {
        public var file: String
        public var stored: Int
        public var duplicates: Int
        public var rejected: Int

        public init(file: String, stored: Int, duplicates: Int, rejected: Int) {
            self.file = file
            self.stored = stored
            self.duplicates = duplicates
            self.rejected = rejected
        }
    }

    public struct Failure: Hashable, Sendable {
        public var file: String
        public var reason: String

        public init(file: String, reason: String) {
            self.file = file
            self.reason = reason
        }
    }

    public var imported: [File] = []
    /// Files that the store has as they are.
    public var unchanged = 0
    public var failed: [Failure] = []
    /// Nil where the book declares nothing.
    public var declared: DeclareReport?

    public init() {}

    /// More lines nobody reads in the morning.
    private static let mostNamed = 3
}

extension SyncReport: Reportable {
    public var json: JSONValue {
        [
            "imported": .array(
                imported.map { file in
                    [
                        "file": .string(file.file), "stored": .integer(file.stored),
                        "duplicates": .integer(file.duplicates), "rejected": .integer(file.rejected),
                    ]
                }
            ),
            "unchanged": .integer(unchanged),
            "failed": .array(failed.map { ["file": .string($0.file), "reason": .string($0.reason)] }),
            "declared": declared?.json ?? .null,
        ]
    }

    public var report: Report {
        func sum(_ count: KeyPath<File, Int>) -> Int { imported.reduce(0) { $0 + $1[keyPath: count] } }
        var lines = [
            "\(NumberText.counted(imported.count, "file")) in, \(NumberText.count(unchanged)) unchanged, "
                + "\(NumberText.count(failed.count)) not",
            "\(NumberText.counted(sum(\.stored), "row")) stored, \(NumberText.count(sum(\.duplicates))) known, "
                + "\(NumberText.count(sum(\.rejected))) rejected",
        ]
        lines += imported.prefix(Self.mostNamed).map { "\($0.file): \(NumberText.count($0.stored)) stored" }
        if imported.count > Self.mostNamed { lines.append("and \(imported.count - Self.mostNamed) more") }
        lines += failed.prefix(Self.mostNamed).map { "\($0.file): \($0.reason)" }
        if failed.count > Self.mostNamed { lines.append("and \(failed.count - Self.mostNamed) more are not in") }
        if let declared {
            lines.append(
                declared.changed.isEmpty
                    ? "declared as before" : "declared: \(NumberText.counted(declared.changed.count, "change"))"
            )
            if !declared.unknown.isEmpty {
                lines.append("\(NumberText.counted(declared.unknown.count, "declared name")) nowhere in the data")
            }
        }
        return Report(
            title: "Sync",
            figures: [.count("Files in", imported.count, sentence: lines[0])],
            lead: Array(lines.dropFirst()),
            sections: []
        )
    }

    /// A row a file.
    public var records: Records {
        Records(
            ["file", "stored", "duplicates", "rejected", "reason"],
            imported.map {
                [.text($0.file), .integer($0.stored), .integer($0.duplicates), .integer($0.rejected), .text("")]
            } + failed.map { [.text($0.file), .integer(0), .integer(0), .integer(0), .text($0.reason)] }
        )
    }
}
