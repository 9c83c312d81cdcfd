import Spelling

/// A small table of one kind of rows, and the mapping that reads it: something to begin with for whoever makes an export.
public struct ImportTemplate: Hashable, Sendable {
    /// What the rows are, in one word.
    public let name: String
    /// A sentence about them.
    public let about: String
    /// A mapping file.
    public let mapping: String
    /// The names of the columns, and two rows.
    public let table: String

    /// The table with the mapping as comments above it, which are no part of the table. What is a remark in the mapping is one
    /// in it too: without `# ` at their beginnings the lines are a mapping file.
    public var text: String {
        let lines =
            [
                "# \(about)",
                "# The lines above the table, without the signs at their beginnings, are the mapping that reads it:",
                "# cxm template \(name) --mapping > \(name).toml",
                "# cxm import \(name).csv --store STORE --map \(name).toml",
            ] + mapping.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        return lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined() + table
    }

    /// Every template, in the order in which they are listed to people.
    public static let all: [ImportTemplate] = [
        events, requests, messages, preferences, consents, feedback, costs, people, aliases, assessments, annotations,
    ]

    /// - Throws: `ImportError` where there is none of that name, with the nearest that there is.
    public static func named(_ name: String) throws -> ImportTemplate {
        if let template = all.first(where: { $0.name == name }) { return template }
        let names = all.map(\.name)
        throw ImportError(
            "there is no template \"\(name)\"",
            hint: "\(Spelling.question(name, among: names))One of \(names.joined(separator: ", "))"
        )
    }

    init(_ name: String, _ about: String, mapping: String, table: String) {
        self.name = name
        self.about = about
        self.mapping = mapping + "\n"
        self.table = table + "\n"
    }
}
