import JourneyModel
import Spelling
import TOML

/// Values, and what is wrong with them.
extension DeclarationsReader {
    mutating func mention(_ kind: DeclarationsFile.Mention.Kind, _ name: String, _ line: Int) {
        mentions.append(.init(kind: kind, name: name, line: line))
    }

    /// - Parameters:
    ///   - section: nil: the file itself.
    ///   - allowed: nil: every key there is.
    func key<Key: RawRepresentable & CaseIterable & Equatable>(
        _ keys: Key.Type,
        _ entry: Entry,
        in section: String?,
        among allowed: [Key]? = nil
    ) throws(TextProblem) -> Key where Key.RawValue == String {
        let allowed = allowed ?? Array(Key.allCases)
        if let key = Key(rawValue: entry.key), allowed.contains(key) { return key }
        throw unknown(entry, among: allowed.map(\.rawValue), in: section)
    }

    func word<Word: RawRepresentable & CaseIterable>(_ entry: Entry) throws(TextProblem) -> Word
    where Word.RawValue == String {
        let word = try text(entry)
        if let known = Word(rawValue: word) { return known }
        let all = Word.allCases.map(\.rawValue)
        let near = Spelling.question(word, among: all)
        throw problem(entry, "\(entry.key) cannot be \"\(word)\"", "\(near)One of \(all.joined(separator: ", "))")
    }

    func unknown(_ entry: Entry, among allowed: [String], in section: String?) -> TextProblem {
        let near = Spelling.question(entry.key, among: allowed)
        let place = section.map { " in [\($0)]" } ?? ""
        return problem(
            entry,
            "there is no key \"\(entry.key)\"\(place)",
            "\(near)Keys: \(allowed.joined(separator: ", "))"
        )
    }

    func section(_ entry: Entry) throws(TextProblem) -> TOMLTable {
        try table(entry, "write [\(entry.key)] on a line of its own")
    }

    func table(_ entry: Entry, _ hint: String) throws(TextProblem) -> TOMLTable {
        if let table = entry.value.table { return table }
        throw problem(entry, "\(TOMLWriting.key(entry.key)) must be a table", hint)
    }

    /// The tables of a list, each with its line.
    func tables(_ entry: Entry) throws(TextProblem) -> [(table: TOMLTable, line: Int)] {
        var tables: [(table: TOMLTable, line: Int)] = []
        for value in entry.value.array ?? [] {
            if let table = value.table { tables.append((table, value.place.line)) }
        }
        guard let array = entry.value.array, array.count == tables.count else {
            throw problem(entry, "\(entry.key) must be a list of tables", "begin each one with [[\(entry.key)]]")
        }
        return tables
    }

    func list(_ entry: Entry) throws(TextProblem) -> [TOMLValue] {
        if let array = entry.value.array { return array }
        throw problem(
            entry,
            "\(TOMLWriting.key(entry.key)) must be a list of texts",
            "for example  \(TOMLWriting.key(entry.key)) = [\"one\", \"two\"]"
        )
    }

    /// The texts of a list, each once, as names of the data.
    mutating func names(_ entry: Entry, _ kind: DeclarationsFile.Mention.Kind) throws(TextProblem) -> [String] {
        var names: [String] = []
        for value in try list(entry) {
            let name = try text(value, entry)
            guard !names.contains(name) else { continue }
            mention(kind, name, value.place.line)
            names.append(name)
        }
        return names
    }

    func text(_ entry: Entry) throws(TextProblem) -> String {
        if let text = entry.value.string { return text }
        throw problem(entry, "\(entry.key) must be text", "put it in quotes")
    }

    func text(_ value: TOMLValue, _ entry: Entry) throws(TextProblem) -> String {
        if let text = value.string { return text }
        throw problem(value.place.line, "\(entry.key) must be a list of texts", "put every one in quotes")
    }

    func problem(_ entry: Entry, _ message: String, _ hint: String) -> TextProblem {
        problem(entry.line, message, hint)
    }

    func problem(_ line: Int?, _ message: String, _ hint: String) -> TextProblem {
        document.problem(line, message, hint: hint)
    }
}
