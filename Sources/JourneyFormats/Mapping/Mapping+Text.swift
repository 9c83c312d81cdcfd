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
        if let skip { lines.append("skip = \(skip)") }
        if let skipBelow { lines.append("skip-below = \(skipBelow)") }
        if let decimal { lines.append("decimal = \(TOMLWriting.quoted(decimal.rawValue))") }
        let named = columns.map { assignment in
            let reason = reasons[assignment.field].map { "  # \($0.harmlessLine)" } ?? ""
            return Mapping.line(assignment) + reason
        }
        section("columns", named, &lines)
        section("set", constants.map(Mapping.line), &lines)
        for event in events {
            let columns = event.columns.map { assignment in
                guard assignment.others.isEmpty, Field(named: assignment.field)?.isName == true else {
                    return Mapping.line(assignment)
                }
                return "\(TOMLWriting.key(assignment.field)) = { column = \(TOMLWriting.quoted(assignment.column)) }"
            }
            if !lines.isEmpty { lines.append("") }
            lines += ["[[event]]"] + columns + event.constants.map(Mapping.line)
        }
        let times = [
            zone.map { "zone = \(TOMLWriting.quoted($0))" }, timeFormat.map { "format = \(TOMLWriting.quoted($0))" },
            yearBegins.map { "year-begins = \($0)" },
        ]
        section("times", times.compactMap { $0 } + timeNotes.map { "# \($0.harmlessLine)" }, &lines)
        if !missing.isEmpty { section("values", ["missing = \(TOMLWriting.list(missing))"], &lines) }
        for map in valueMaps {
            section("values.\(TOMLWriting.key(map.column))", map.words.map(Mapping.line), &lines)
        }
        for number in numbers { section("numbers.\(TOMLWriting.key(number.name))", Mapping.lines(number), &lines) }
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

    /// The columns, constants and ways of reading as command-line arguments, quoted for a shell. Roles, kinds of channels,
    /// several events of a row, other words for values and `rows` have no arguments; they need a mapping file.
    public var arguments: String {
        var words = columns.flatMap { ["--column", "\($0.field)=\($0.columns.joined(separator: ListedColumns.mark))"] }
        words += constants.flatMap { ["--set", "\($0.name)=\($0.value)"] }
        words += dropped.flatMap { ["--drop", $0] }
        words += missing.flatMap { ["--missing", $0] }
        if let unmapped { words += ["--unmapped", unmapped.rawValue] }
        if let encoding { words += ["--encoding", encoding.rawValue] }
        if let skip { words += ["--skip", "\(skip)"] }
        if let skipBelow { words += ["--skip-below", "\(skipBelow)"] }
        if let decimal { words += ["--decimal", decimal.rawValue] }
        for number in numbers {
            if let unit = number.unit { words += ["--unit", "\(number.name)=\(unit.rawValue)"] }
            if let scale = number.scale { words += ["--scale", "\(number.name)=\(scale.word)"] }
        }
        if let timeFormat { words += ["--time-format", timeFormat] }
        if let zone { words += ["--zone", zone] }
        return words.map(ShellWord.quoted).joined(separator: " ")
    }

    private static func line(_ assignment: Assignment) -> String {
        let names =
            assignment.others.isEmpty ? TOMLWriting.quoted(assignment.column) : TOMLWriting.list(assignment.columns)
        return "\(TOMLWriting.key(assignment.field)) = \(names)"
    }

    private static func line(_ value: NamedValue) -> String {
        "\(TOMLWriting.key(value.name)) = \(TOMLWriting.quoted(value.value))"
    }

    private static func lines(_ number: NumberEntry) -> [String] {
        let parts = [
            number.decimal.map { "decimal = \(TOMLWriting.quoted($0.rawValue))" },
            number.unit.map { "unit = \(TOMLWriting.quoted($0.rawValue))" },
            number.scale.map { "scale = \(TOMLWriting.quoted($0.word))" },
        ]
        return parts.compactMap { $0 }
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
