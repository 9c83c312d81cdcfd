import JourneyModel
import Spelling
import TOML

/// Reads a mapping file (TOML). Every error names the file and the line, and the valid key nearest to a wrong one.
struct MappingFile {
    private let document: TOMLDocument
    private var mapping = Mapping()

    /// - Throws: `ImportError` where the file cannot be read or says something that has no meaning.
    static func read(path: String) throws -> Mapping {
        let document: TOMLDocument?
        do { document = try TOMLDocument(path: path) } catch { throw ImportError(error.sentence, hint: help) }
        guard let document else {
            throw ImportError("\(path): there is no such mapping file", hint: "Check the path given to --map.")
        }
        return try read(document)
    }

    static func parse(_ text: String, name: String) throws -> Mapping {
        let document: TOMLDocument
        do { document = try TOMLDocument(text, name: name) } catch { throw ImportError(error.sentence, hint: help) }
        return try read(document)
    }

    private static func read(_ document: TOMLDocument) throws -> Mapping {
        var file = MappingFile(document)
        try file.read(document.table)
        return file.mapping
    }

    private static let help = "A mapping file is TOML, for example:  [columns]  person = \"user_id\""
    private static let topKeys = [
        "rows", "columns", "set", "times", "values", "roles", "channels", "unmapped", "drop", "encoding", "delimiter",
    ]

    private init(_ document: TOMLDocument) { self.document = document }

    private mutating func read(_ table: TOMLTable) throws {
        try requireKeys(of: table, among: MappingFile.topKeys, section: [])
        mapping.rows = try choice(table, "rows", RowKind.self)
        mapping.unmapped = try choice(table, "unmapped", Mapping.Unmapped.self)
        mapping.dropped = try strings(table, "drop")
        if let word = try string(table, "encoding") {
            guard let encoding = TextEncoding(named: word) else {
                throw error(
                    table.line(of: "encoding"),
                    "there is no encoding \"\(word)\"",
                    hint: "utf-8, latin1 or windows-1252"
                )
            }
            mapping.encoding = encoding
        }
        if let word = try string(table, "delimiter") {
            guard let byte = word.utf8.first, word.utf8.count == 1, byte < 0x80 else {
                throw error(
                    table.line(of: "delimiter"),
                    "the delimiter must be one character",
                    hint: "For example delimiter = \";\""
                )
            }
            mapping.delimiter = byte
        }
        try readColumns(section(table, "columns"))
        try readConstants(section(table, "set"))
        if let times = try section(table, "times") {
            try requireKeys(of: times, among: ["zone", "format"], section: ["times"])
            mapping.zone = try string(times, "zone")
            mapping.timeFormat = try string(times, "format")
        }
        if let values = try section(table, "values") {
            try requireKeys(of: values, among: ["missing"], section: ["values"])
            mapping.missing = try strings(values, "missing")
        }
        try readRoles(section(table, "roles"))
        try readChannels(section(table, "channels"))
    }

    private mutating func readColumns(_ table: TOMLTable?) throws {
        guard let table else { return }
        for (field, column, line) in try flat(table) {
            try located(line) { try mapping.add(field: field, column: column) }
            guard (mapping.rows ?? .events) != .events else { continue }
            try located(line) {
                var one = Mapping()
                one.rows = mapping.rows
                try one.add(field: field, column: column)
                try one.check(fileName: document.name)
            }
        }
    }

    private mutating func readConstants(_ table: TOMLTable?) throws {
        guard let table else { return }
        for (field, value, line) in try flat(table) {
            try located(line) { try mapping.add(field: field, constant: value) }
        }
    }

    private mutating func readRoles(_ table: TOMLTable?) throws {
        guard let table else { return }
        let roles = TouchpointRole.allCases.map(\.rawValue)
        for entry in table.entries {
            if let service = entry.value.table {
                try requireKeys(of: service, among: roles, section: ["roles", entry.key])
                try readRoles(service, service: entry.key)
            } else if !roles.contains(entry.key) {
                throw unknown(entry, among: roles, section: ["roles"])
            }
        }
        try readRoles(table, service: nil)
    }

    private mutating func readRoles(_ table: TOMLTable, service: String?) throws {
        for role in TouchpointRole.allCases where table[role.rawValue] != nil && table[role.rawValue]?.table == nil {
            for touchpoint in try strings(table, role.rawValue) {
                mapping.roles.append(.init(touchpoint: touchpoint, service: service, role: role))
            }
        }
    }

    private mutating func readChannels(_ table: TOMLTable?) throws {
        guard let table else { return }
        let kinds: [Channel.Kind] = [.digital, .assisted, .message]
        try requireKeys(of: table, among: kinds.map(\.rawValue), section: ["channels"])
        for kind in kinds {
            for channel in try strings(table, kind.rawValue) {
                mapping.channelKinds.append(.init(channel: channel, kind: kind))
            }
        }
    }

    // MARK: Values and their errors

    /// Keys, string values and lines of a table in the order of the file; `person.age`, unquoted, is a table in a table
    /// to TOML.
    private func flat(_ table: TOMLTable) throws -> [(String, String, line: Int)] {
        var found: [(String, String, line: Int)] = []
        for entry in table.entries {
            if let inner = entry.value.table, entry.key == "person" || entry.key == "case" {
                for own in inner.entries { found.append(("\(entry.key).\(own.key)", try text(of: own), own.line)) }
            } else {
                found.append((entry.key, try text(of: entry), entry.line))
            }
        }
        // A stable order: what stands on one line stays as it is written there.
        return found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }

    private func section(_ table: TOMLTable, _ key: String) throws -> TOMLTable? {
        guard let entry = table.entry(key) else { return nil }
        guard let inner = entry.value.table else {
            throw error(entry.line, "\(key) must be a table", hint: "Write [\(key)] on a line of its own.")
        }
        return inner
    }

    private func string(_ table: TOMLTable, _ key: String) throws -> String? {
        try table.entry(key).map(text(of:))
    }

    private func text(of entry: TOMLTable.Entry) throws -> String {
        if let text = entry.value.string { return text }
        let hint = "Put it in quotes: \(TOMLWriting.key(entry.key)) = \"…\""
        throw error(entry.line, "\(entry.key) must be text", hint: hint)
    }

    private func strings(_ table: TOMLTable, _ key: String) throws -> [String] {
        guard let entry = table.entry(key) else { return [] }
        let message = "\(key) must be a list of texts"
        guard let array = entry.value.array else {
            throw error(entry.line, message, hint: "For example \(key) = [\"one\", \"two\"]")
        }
        return try array.map { element in
            guard let text = element.string else {
                throw error(element.place.line, message, hint: "Put every one in quotes.")
            }
            return text
        }
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(
        _ table: TOMLTable,
        _ key: String,
        _ type: Choice.Type
    ) throws -> Choice? where Choice.RawValue == String {
        guard let word = try string(table, key) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        let all = Choice.allCases.map(\.rawValue)
        let near = Spelling.question(word, among: all)
        let hint = "\(near)One of \(all.joined(separator: ", "))"
        throw error(table.line(of: key), "\(key) cannot be \"\(word)\"", hint: hint)
    }

    private func requireKeys(of table: TOMLTable, among allowed: [String], section: [String]) throws {
        if let entry = table.entries(otherThan: allowed).first {
            throw unknown(entry, among: allowed, section: section)
        }
    }

    private func unknown(_ entry: TOMLTable.Entry, among allowed: [String], section: [String]) -> ImportError {
        let near = Spelling.question(entry.key, among: allowed)
        let place = section.isEmpty ? "" : " in [\(section.joined(separator: "."))]"
        let hint = "\(near)Keys: \(allowed.joined(separator: ", "))"
        return error(entry.line, "there is no key \"\(entry.key)\"\(place)", hint: hint)
    }

    private func located(_ line: Int, _ body: () throws -> Void) throws {
        do { try body() } catch let inner as ImportError { throw error(line, inner.message, hint: inner.hint) }
    }

    private func error(_ line: Int?, _ message: String, hint: String) -> ImportError {
        ImportError(document.problem(line, message).sentence, hint: hint)
    }
}
