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
    static let topKeys = [
        "rows", "columns", "set", "event", "times", "values", "numbers", "roles", "channels", "unmapped", "drop",
        "encoding",
        "delimiter", "skip", "skip-below", "decimal",
    ]

    static let timeKeys = ["zone", "format", "year-begins"]
    static let numberKeys = ["decimal", "unit", "scale"]

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
        mapping.skip = try count(table, "skip", 0...TableStart.mostLines)
        mapping.skipBelow = try count(table, "skip-below", 0...TableStart.mostLines)
        mapping.decimal = try choice(table, "decimal", DecimalMark.self)
        try readColumns(section(table, "columns"))
        try readConstants(section(table, "set"))
        try readEvents(table)
        if let times = try section(table, "times") {
            try requireKeys(of: times, among: MappingFile.timeKeys, section: ["times"])
            mapping.zone = try string(times, "zone")
            mapping.timeFormat = try string(times, "format")
            mapping.yearBegins = try count(times, "year-begins", 1...12)
        }
        try readValues(section(table, "values"))
        try readNumbers(section(table, "numbers"))
        try readRoles(section(table, "roles"))
        try readChannels(section(table, "channels"))
    }

    private mutating func readColumns(_ table: TOMLTable?) throws {
        guard let table else { return }
        for (field, entry) in flat(table) {
            let names = try columns(of: entry)
            try located(entry.line) {
                try mapping.add(field: field, column: names[0], others: Array(names.dropFirst()))
            }
            guard (mapping.rows ?? .events) != .events else { continue }
            try located(entry.line) {
                var one = Mapping()
                one.rows = mapping.rows
                try one.add(field: field, column: names[0])
                try one.check(fileName: document.name)
            }
        }
    }

    /// The column, or the columns, that an entry names; at least one.
    private func columns(of entry: TOMLTable.Entry) throws -> [String] {
        guard entry.value.array != nil else { return [try text(of: entry)] }
        let names = try strings(entry)
        guard !names.isEmpty else {
            throw error(entry.line, "\(entry.key) names no column", hint: "Name one, or leave it out.")
        }
        return names
    }

    private mutating func readEvents(_ table: TOMLTable) throws {
        guard let entry = table.entry("event") else { return }
        let tables = entry.value.array?.map(\.table) ?? [nil]
        for table in tables {
            guard let table else {
                throw error(entry.line, "event must be a list of tables", hint: "Write [[event]] on a line of its own.")
            }
            var event = Mapping()
            for (field, own) in flat(table) {
                // Of what differs from row to row, the word is a column; of a name it is the name.
                if let named = own.value.table {
                    try requireKeys(of: named, among: ["column"], section: ["event", field])
                    guard let column = try string(named, "column") else {
                        throw error(own.line, "\(field) names no column", hint: "Write \(field) = { column = \"…\" }")
                    }
                    try located(own.line) { try event.add(field: field, column: column) }
                } else if own.value.array != nil || Field(named: field)?.isName == false {
                    let names = try columns(of: own)
                    try located(own.line) {
                        try event.add(field: field, column: names[0], others: Array(names.dropFirst()))
                    }
                } else {
                    let word = try text(of: own)
                    try located(own.line) { try event.add(field: field, constant: word) }
                }
            }
            guard event.columns.contains(where: { $0.field == "time" }) else {
                throw error(
                    table.entries.first?.line ?? entry.line,
                    "an event names no column for its time",
                    hint: "Add time = \"COLUMN\""
                )
            }
            mapping.events.append(Mapping.RowEvent(columns: event.columns, constants: event.constants))
        }
    }

    private mutating func readValues(_ table: TOMLTable?) throws {
        guard let table else { return }
        for entry in table.entries {
            if let words = entry.value.table {
                let named = try words.entries.map { NamedValue($0.key, try text(of: $0)) }
                mapping.valueMaps.append(.init(column: entry.key, words: named))
            } else if entry.key == "missing" {
                mapping.missing = try strings(entry)
            } else {
                throw unknown(entry, among: ["missing"], section: ["values"])
            }
        }
    }

    private mutating func readNumbers(_ table: TOMLTable?) throws {
        guard let table else { return }
        for entry in table.entries {
            guard let own = entry.value.table else {
                throw error(
                    entry.line,
                    "\(entry.key) must be a table",
                    hint:
                        "Write [numbers.\(TOMLWriting.key(entry.key))] on a line of its own, with decimal, unit or scale."
                )
            }
            try requireKeys(of: own, among: MappingFile.numberKeys, section: ["numbers", entry.key])
            var number = NumberEntry(name: entry.key)
            number.decimal = try choice(own, "decimal", DecimalMark.self)
            if let word = try string(own, "unit") {
                try located(own.line(of: "unit") ?? entry.line) { number.unit = try LengthUnit(named: word) }
            }
            if let word = try string(own, "scale") {
                try located(own.line(of: "scale") ?? entry.line) { number.scale = try RatingScale(named: word) }
            }
            mapping.numbers.append(number)
        }
    }

    private mutating func readConstants(_ table: TOMLTable?) throws {
        guard let table else { return }
        for (field, entry) in flat(table) {
            let value = try text(of: entry)
            try located(entry.line) { try mapping.add(field: field, constant: value) }
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

    /// Fields and entries of a table in the order of the file; `person.age`, unquoted, is a table in a table to TOML.
    private func flat(_ table: TOMLTable) -> [(field: String, entry: TOMLTable.Entry)] {
        var found: [(field: String, entry: TOMLTable.Entry)] = []
        for entry in table.entries {
            if let inner = entry.value.table, entry.key == "person" || entry.key == "case", inner.keys != ["column"] {
                for own in inner.entries { found.append(("\(entry.key).\(own.key)", own)) }
            } else {
                found.append((entry.key, entry))
            }
        }
        // A stable order: what stands on one line stays as it is written there.
        return found.enumerated().sorted { ($0.element.entry.line, $0.offset) < ($1.element.entry.line, $1.offset) }
            .map(\.element)
    }

    private func count(_ table: TOMLTable, _ key: String, _ bounds: ClosedRange<Int>) throws -> Int? {
        guard let entry = table.entry(key) else { return nil }
        if let number = entry.value.integer, bounds.contains(number) { return number }
        throw error(
            entry.line,
            "\(key) must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
            hint: "For example \(key) = \(max(1, bounds.lowerBound)), without quotes"
        )
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
        try table.entry(key).map(strings) ?? []
    }

    private func strings(_ entry: TOMLTable.Entry) throws -> [String] {
        let message = "\(entry.key) must be a list of texts"
        guard let array = entry.value.array else {
            throw error(entry.line, message, hint: "For example \(TOMLWriting.key(entry.key)) = [\"one\", \"two\"]")
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
