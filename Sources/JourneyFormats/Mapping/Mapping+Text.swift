import JourneyModel
import TOML

extension Mapping {
    /// Reads a mapping file (TOML).
    ///
    /// - Throws: `ImportError` naming file, line and the nearest valid key.
    public init(contentsOfFile path: String) throws {
        self = try MappingFile.read(path: path)
    }

    /// Reads the text of a mapping file; `name` is what messages call it.
    ///
    /// - Throws: `ImportError` naming line and the nearest valid key.
    public init(toml: String, name: String) throws {
        self = try MappingFile.parse(toml, name: name)
    }

    /// The mapping as a mapping file that says the same.
    public var toml: String { toml(reasons: [:], timeNotes: []) }

    /// The mapping file with a remark behind each column that `reasons` has one for (by field), and `timeNotes` as comments
    /// in its table of times.
    func toml(reasons: [String: String], timeNotes: [String]) -> String {
        var lines: [String] = []
        if let rows { lines.append("rows = \(TOMLWriting.quoted(rows.rawValue))") }
        if let unmapped { lines.append("unmapped = \(TOMLWriting.quoted(unmapped.rawValue))") }
        if !dropped.isEmpty { lines.append("drop = \(TOMLWriting.list(dropped))") }
        if let encoding { lines.append("encoding = \(TOMLWriting.quoted(encoding.rawValue))") }
        if let delimiter { lines.append("delimiter = \(TOMLWriting.quoted(String(UnicodeScalar(delimiter))))") }
        let named = columns.map { assignment in
            let reason = reasons[assignment.field].map { "  # \($0.harmlessLine)" } ?? ""
            return "\(TOMLWriting.key(assignment.field)) = \(TOMLWriting.quoted(assignment.column))\(reason)"
        }
        section("columns", named, &lines)
        section("set", constants.map { "\(TOMLWriting.key($0.name)) = \(TOMLWriting.quoted($0.value))" }, &lines)
        let times = [
            zone.map { "zone = \(TOMLWriting.quoted($0))" }, timeFormat.map { "format = \(TOMLWriting.quoted($0))" },
        ]
        section("times", times.compactMap { $0 } + timeNotes.map { "# \($0.harmlessLine)" }, &lines)
        if !missing.isEmpty { section("values", ["missing = \(TOMLWriting.list(missing))"], &lines) }
        section("roles", roleLines(of: nil), &lines)
        for service in Set(roles.compactMap(\.service)).sorted() {
            section("roles.\(TOMLWriting.key(service))", roleLines(of: service), &lines)
        }
        let kinds: [Channel.Kind] = [.digital, .assisted, .message]
        let channels = kinds.compactMap { kind -> String? in
            let names = channelKinds.filter { $0.kind == kind }.map(\.channel)
            return names.isEmpty ? nil : "\(kind.rawValue) = \(TOMLWriting.list(names))"
        }
        section("channels", channels, &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The columns, constants and ways of reading as command-line arguments, quoted for a shell. Roles, kinds of channels
    /// and `rows` have no arguments; they need a mapping file.
    public var arguments: String {
        var words = columns.flatMap { ["--column", "\($0.field)=\($0.column)"] }
        words += constants.flatMap { ["--set", "\($0.name)=\($0.value)"] }
        words += dropped.flatMap { ["--drop", $0] }
        words += missing.flatMap { ["--missing", $0] }
        if let unmapped { words += ["--unmapped", unmapped.rawValue] }
        if let encoding { words += ["--encoding", encoding.rawValue] }
        if let timeFormat { words += ["--time-format", timeFormat] }
        if let zone { words += ["--zone", zone] }
        return words.map(ShellWord.quoted).joined(separator: " ")
    }

    private func roleLines(of service: String?) -> [String] {
        TouchpointRole.allCases.compactMap { role in
            let names = roles.filter { $0.role == role && $0.service == service }.map(\.touchpoint)
            return names.isEmpty ? nil : "\(role.rawValue) = \(TOMLWriting.list(names))"
        }
    }

    private func section(_ name: String, _ body: [String], _ lines: inout [String]) {
        guard !body.isEmpty else { return }
        if !lines.isEmpty { lines.append("") }
        lines.append("[\(name)]")
        lines += body
    }
}
