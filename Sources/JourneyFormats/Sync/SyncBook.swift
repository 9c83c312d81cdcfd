import Foundation
import Spelling
import TOML

/// The book of the nightly job: which files go into which store, and what is declared of it. Paths are seen from the book's own
/// folder.
public struct SyncBook: Sendable {
    public enum Key: String, CaseIterable { case store, sources, declarations, assessments }
    public enum SourceKey: String, CaseIterable { case files, map, source, format }

    public struct Source: Sendable {
        /// As the book writes them.
        public var patterns: [String]
        public var mapping = Mapping()
        /// Whose rows these are; nil: each file's name.
        public var name: String?
        public var format: InputFormat?
    }

    public let store: String
    public let sources: [Source]
    public let declarations: DeclarationsFile?
    private let folder: String

    /// - Throws: `TextProblem` with file and line; `ImportError` of a mapping.
    public init(path: String) throws {
        guard let document = try TOMLDocument(path: path) else {
            throw TextProblem(path, line: nil, "there is no such book", hint: "docs/DECLARATIONS.md shows one")
        }
        folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let reader = SyncBookReader(document: document, folder: folder)
        (store, sources, declarations) = try reader.read()
    }

    /// The files that a pattern names now, in the order of their names.
    public func files(_ pattern: String) -> [String] { SyncBook.files(SyncBook.path(pattern, in: folder)) }

    private static func files(_ pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { place in found.gl_pathv[place].map { String(cString: $0) } }
    }

    static func path(_ name: String, in folder: String) -> String {
        name.hasPrefix("/") ? name : folder + "/" + name
    }
}

/// Reads a book. Every error names the file and the line, and the nearest right word.
private struct SyncBookReader {
    let document: TOMLDocument
    let folder: String

    func read() throws -> (store: String, sources: [SyncBook.Source], declarations: DeclarationsFile?) {
        try requireKeys(document.table, SyncBook.Key.self, in: nil)
        guard let entry = document.table.entry(SyncBook.Key.store.rawValue) else {
            throw document.problem(nil, "it names no store", hint: "write  store = \"town.cxm\"  at its top")
        }
        var sources: [SyncBook.Source] = []
        if let entry = document.table.entry(SyncBook.Key.sources.rawValue) {
            guard let array = entry.value.array else {
                throw document.problem(
                    entry.line,
                    "sources must be a list of tables",
                    hint: "begin each with [[sources]]"
                )
            }
            for value in array {
                guard let table = value.table else {
                    throw document.problem(
                        value.place.line,
                        "a source must be a table",
                        hint: "begin it with [[sources]]"
                    )
                }
                sources.append(try source(table, value.place.line))
            }
        }
        if let entry = document.table.entry(SyncBook.Key.assessments.rawValue) {
            var source = SyncBook.Source(patterns: try texts(entry))
            source.mapping = try Mapping(toml: "rows = \"assessments\"\n", name: document.name)
            source.name = "assessments"
            sources.append(source)
        }
        return (SyncBook.path(try text(entry), in: folder), sources, try declarations())
    }

    private func source(_ table: TOMLTable, _ line: Int) throws -> SyncBook.Source {
        try requireKeys(table, SyncBook.SourceKey.self, in: "sources")
        guard let files = table.entry(SyncBook.SourceKey.files.rawValue) else {
            throw document.problem(line, "a source names its files", hint: "write  files = [\"exports/*.csv\"]")
        }
        var source = SyncBook.Source(patterns: try texts(files))
        if let map = table.entry(SyncBook.SourceKey.map.rawValue) {
            source.mapping = try Mapping(contentsOfFile: SyncBook.path(try text(map), in: folder))
        }
        source.name = try table.entry(SyncBook.SourceKey.source.rawValue).map(text)
        if let format = table.entry(SyncBook.SourceKey.format.rawValue) {
            let word = try text(format)
            guard let known = InputFormat(name: word) else {
                let names = InputFormat.all.map(\.name)
                throw document.problem(
                    format.line,
                    "there is no format \"\(word)\"",
                    hint: "\(Spelling.question(word, among: names))One of \(names.joined(separator: ", "))"
                )
            }
            source.format = known
        }
        return source
    }

    /// In a file of their own, or in the book itself.
    private func declarations() throws -> DeclarationsFile? {
        guard let entry = document.table.entry(SyncBook.Key.declarations.rawValue) else { return nil }
        if let table = entry.value.table { return try DeclarationsFile(document, table) }
        return try DeclarationsFile(path: SyncBook.path(try text(entry), in: folder))
    }

    private func requireKeys<Key: RawRepresentable & CaseIterable>(
        _ table: TOMLTable,
        _ keys: Key.Type,
        in section: String?
    ) throws where Key.RawValue == String {
        let allowed = Key.allCases.map(\.rawValue)
        guard let entry = table.entries(otherThan: allowed).first else { return }
        let place = section.map { " in [[\($0)]]" } ?? ""
        throw document.problem(
            entry.line,
            "there is no key \"\(entry.key)\"\(place)",
            hint: "\(Spelling.question(entry.key, among: allowed))Keys: \(allowed.joined(separator: ", "))"
        )
    }

    private func text(_ entry: TOMLTable.Entry) throws -> String {
        if let text = entry.value.string { return text }
        throw document.problem(entry.line, "\(entry.key) must be text", hint: "put it in quotes")
    }

    private func texts(_ entry: TOMLTable.Entry) throws -> [String] {
        let texts = entry.value.array?.compactMap(\.string) ?? []
        if let array = entry.value.array, array.count == texts.count, !texts.isEmpty { return texts }
        throw document.problem(
            entry.line,
            "\(entry.key) must be a list of texts",
            hint: "for example  \(entry.key) = [\"exports/*.csv\"]"
        )
    }
}
