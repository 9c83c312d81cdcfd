import Foundation
import JourneyModel
import TOMLKit

/// Reads a mapping file (TOML). Every error names the file and the line, and the valid key nearest to a wrong one.
struct MappingFile {
    private let name: String
    private let lines: TOMLLines
    private var mapping = Mapping()

    /// - Throws: `ImportError` where the file cannot be read or says something that has no meaning.
    static func read(path: String) throws -> Mapping {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ImportError("\(path): cannot read the mapping file", hint: "Check the path given to --map.")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ImportError("\(path): is not UTF-8", hint: "Save the mapping file as UTF-8.")
        }
        return try parse(text, name: path)
    }

    static func parse(_ text: String, name: String) throws -> Mapping {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ImportError("\(name), line \(error.source.begin.line): \(error.description)", hint: help)
        }
        var file = MappingFile(name: name, lines: TOMLLines(text))
        try file.read(table)
        return file.mapping
    }

    private static let help = "A mapping file is TOML, for example:  [columns]  person = \"user_id\""
    private static let topKeys = [
        "rows", "columns", "set", "times", "values", "roles", "channels", "unmapped", "drop", "encoding", "delimiter",
    ]

    private init(name: String, lines: TOMLLines) {
        self.name = name
        self.lines = lines
    }

    private mutating func read(_ table: TOMLTable) throws {
        try requireKeys(of: table, among: MappingFile.topKeys, section: [])
        mapping.rows = try choice(table, "rows", RowKind.self)
        mapping.unmapped = try choice(table, "unmapped", Mapping.Unmapped.self)
        mapping.dropped = try strings(table, "drop", section: [])
        if let word = try string(table, "encoding", section: []) {
            guard let encoding = TextEncoding(named: word) else {
                throw error([], "encoding", "there is no encoding \"\(word)\"", hint: "utf-8, latin1 or windows-1252")
            }
            mapping.encoding = encoding
        }
        if let word = try string(table, "delimiter", section: []) {
            guard let byte = word.utf8.first, word.utf8.count == 1, byte < 0x80 else {
                throw error(
                    [],
                    "delimiter",
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
            mapping.zone = try string(times, "zone", section: ["times"])
            mapping.timeFormat = try string(times, "format", section: ["times"])
        }
        if let values = try section(table, "values") {
            try requireKeys(of: values, among: ["missing"], section: ["values"])
            mapping.missing = try strings(values, "missing", section: ["values"])
        }
        try readRoles(section(table, "roles"))
        try readChannels(section(table, "channels"))
    }

    private mutating func readColumns(_ table: TOMLTable?) throws {
        guard let table else { return }
        for (field, column) in try flat(table, section: "columns") {
            try located(["columns"], field) { try mapping.add(field: field, column: column) }
            guard (mapping.rows ?? .events) != .events else { continue }
            try located(["columns"], field) {
                var one = Mapping()
                one.rows = mapping.rows
                try one.add(field: field, column: column)
                try one.check(fileName: name)
            }
        }
    }

    private mutating func readConstants(_ table: TOMLTable?) throws {
        guard let table else { return }
        for (field, value) in try flat(table, section: "set") {
            try located(["set"], field) { try mapping.add(field: field, constant: value) }
        }
    }

    private mutating func readRoles(_ table: TOMLTable?) throws {
        guard let table else { return }
        let roles = TouchpointRole.allCases.map(\.rawValue)
        for key in table.keys.sorted() {
            if let service = table[key]?.table {
                try requireKeys(of: service, among: roles, section: ["roles", key])
                try readRoles(service, service: key, section: ["roles", key])
            } else if !roles.contains(key) {
                throw unknown(key, among: roles, section: ["roles"])
            }
        }
        try readRoles(table, service: nil, section: ["roles"])
    }

    private mutating func readRoles(_ table: TOMLTable, service: String?, section: [String]) throws {
        for role in TouchpointRole.allCases where table[role.rawValue] != nil && table[role.rawValue]?.table == nil {
            for touchpoint in try strings(table, role.rawValue, section: section) {
                mapping.roles.append(.init(touchpoint: touchpoint, service: service, role: role))
            }
        }
    }

    private mutating func readChannels(_ table: TOMLTable?) throws {
        guard let table else { return }
        let kinds: [Channel.Kind] = [.digital, .assisted, .message]
        try requireKeys(of: table, among: kinds.map(\.rawValue), section: ["channels"])
        for kind in kinds {
            for channel in try strings(table, kind.rawValue, section: ["channels"]) {
                mapping.channelKinds.append(.init(channel: channel, kind: kind))
            }
        }
    }

    // MARK: Values and their errors

    /// Keys and string values of a table in the order of the file; `person.age`, unquoted, is a table in a table to TOML.
    private func flat(_ table: TOMLTable, section: String) throws -> [(String, String)] {
        var found: [(String, String)] = []
        for key in table.keys {
            if let inner = table[key]?.table, key == "person" || key == "case" {
                for name in inner.keys {
                    guard let value = try string(inner, name, section: [section, key]) else { continue }
                    found.append(("\(key).\(name)", value))
                }
            } else if let value = try string(table, key, section: [section]) {
                found.append((key, value))
            }
        }
        return found.map { ($0, $1, lines.line(of: $0, in: [section]) ?? .max) }
            .sorted { ($0.2, $0.0) < ($1.2, $1.0) }.map { ($0.0, $0.1) }
    }

    private func section(_ table: TOMLTable, _ key: String) throws -> TOMLTable? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else {
            throw error([], key, "\(key) must be a table", hint: "Write [\(key)] on a line of its own.")
        }
        return inner
    }

    private func string(_ table: TOMLTable, _ key: String, section: [String]) throws -> String? {
        guard let value = table[key] else { return nil }
        if let text = value.string { return text }
        throw error(section, key, "\(key) must be text", hint: "Put it in quotes: \(key) = \"…\"")
    }

    private func strings(_ table: TOMLTable, _ key: String, section: [String]) throws -> [String] {
        guard let value = table[key] else { return [] }
        guard let array = value.array else {
            throw error(section, key, "\(key) must be a list of texts", hint: "For example \(key) = [\"one\", \"two\"]")
        }
        return try array.map { element in
            guard let text = element.string else {
                throw error(section, key, "\(key) must be a list of texts", hint: "Put every one in quotes.")
            }
            return text
        }
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(
        _ table: TOMLTable,
        _ key: String,
        _ type: Choice.Type
    ) throws -> Choice? where Choice.RawValue == String {
        guard let word = try string(table, key, section: []) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        let all = Choice.allCases.map(\.rawValue)
        let near = Nearest.names(to: word, among: all).first.map { "Did you mean \($0)? " } ?? ""
        throw error([], key, "\(key) cannot be \"\(word)\"", hint: "\(near)One of \(all.joined(separator: ", "))")
    }

    private func requireKeys(of table: TOMLTable, among allowed: [String], section: [String]) throws {
        for key in table.keys where !allowed.contains(key) { throw unknown(key, among: allowed, section: section) }
    }

    private func unknown(_ key: String, among allowed: [String], section: [String]) -> ImportError {
        let near = Nearest.names(to: key, among: allowed).first.map { "Did you mean \($0)? " } ?? ""
        let place = section.isEmpty ? "" : " in [\(section.joined(separator: "."))]"
        let hint = "\(near)Keys: \(allowed.joined(separator: ", "))"
        return error(section, key, "there is no key \"\(key)\"\(place)", hint: hint)
    }

    private func located(_ section: [String], _ key: String, _ body: () throws -> Void) throws {
        do { try body() } catch let inner as ImportError { throw error(section, key, inner.message, hint: inner.hint) }
    }

    private func error(_ section: [String], _ key: String, _ message: String, hint: String) -> ImportError {
        let place = lines.line(of: key, in: section).map { ", line \($0)" } ?? ""
        return ImportError("\(name)\(place): \(message)", hint: hint)
    }
}
