import Dashboard
import Foundation
import OwnFiles
import TOML

/// The user's named views: a plain file of their own that can be read, edited and passed on. Written only when a view is
/// kept or deleted (experience, rule 15).
struct ViewFile {
    let path: String

    /// The views in the order of the file, none where there is no file; and what in it is no view.
    ///
    /// - Throws: `Complaint` where the file cannot be read.
    func load() throws(Complaint) -> (views: [NamedView], warnings: [TextProblem]) { views(of: try text()) }

    /// The same where a file that cannot be read is no reason to stop either.
    func loadIfReadable() -> (views: [NamedView], warnings: [TextProblem]) {
        do {
            return views(of: try TOMLDocument.text(path: path) ?? "")
        } catch {
            return ([], [error])
        }
    }

    /// Puts `view` into the file, in place of one of the same name, and returns all views.
    ///
    /// - Throws: `Complaint` where the file cannot be read or written; what was there stays as it was.
    func save(_ view: NamedView) throws(Complaint) -> [NamedView] {
        let old = try text()
        var text = ViewFileText(old.isEmpty ? Self.heading : old)
        text.put(lines(of: view), at: read(old).first { $0.view?.name == view.name }?.part)
        return try write(text)
    }

    /// Takes the view of this name from the file, and returns those that are left.
    ///
    /// - Throws: as `save` does.
    func delete(_ name: String) throws(Complaint) -> [NamedView] {
        let old = try text()
        var text = ViewFileText(old)
        if let part = read(old).first(where: { $0.view?.name == name })?.part { text.remove(at: part) }
        return try write(text)
    }

    private static let heading = "# Named views of cxm. Each value is written as on the command line.\n"

    // MARK: Reading

    private struct Entry {
        /// Which part of the text it is.
        var part: Int
        var view: NamedView?
        /// Of the part, from 1.
        var nameLine = 1
        var warnings: [TextProblem] = []
    }

    private func text() throws(Complaint) -> String {
        do {
            return try TOMLDocument.text(path: path) ?? ""
        } catch {
            throw Complaint(error.sentence, hint: "mend the file, or name another with --views")
        }
    }

    private func views(of text: String) -> (views: [NamedView], warnings: [TextProblem]) {
        let entries = read(text)
        return (entries.compactMap(\.view), entries.flatMap(\.warnings))
    }

    /// Every part by itself, so that what is wrong with one view does not take the others away.
    private func read(_ text: String) -> [Entry] {
        var names: Set<String> = []
        return ViewFileText(text).parts.enumerated().map { index, part in
            var entry = entry(part, at: index)
            if let name = entry.view?.name, !names.insert(name).inserted {
                let message = "the view '\(name)' is there twice: the first counts"
                entry.warnings.append(TextProblem(path, line: part.line(entry.nameLine), message))
                entry.view = nil
            }
            return entry
        }
    }

    private func entry(_ part: ViewFileText.Part, at index: Int) -> Entry {
        do {
            let document = try TOMLDocument(part.text, name: path, firstLine: part.line)
            guard part.isView, let value = document.table["view"]?.array?.first, let view = value.table else {
                let unknown = document.table.entries.map {
                    document.problem($0.line, "unknown '\($0.key)': each view begins with [[view]]")
                }
                return Entry(part: index, warnings: unknown)
            }
            return read(view, from: value.place.line, document, at: index)
        } catch {
            return Entry(part: index, warnings: [error])
        }
    }

    /// - Parameter line: where in the part the view's header stands.
    private func read(_ table: TOMLTable, from line: Int, _ document: TOMLDocument, at index: Int) -> Entry {
        var entry = ViewEntry()
        var warnings: [TextProblem] = []
        for said in table.entries {
            guard let key = ViewEntry.Key(rawValue: said.key) else {
                let keys = ViewEntry.Key.allCases.map(\.rawValue).joined(separator: ", ")
                warnings.append(document.problem(said.line, "unknown key '\(said.key)'; keys are: \(keys)"))
                continue
            }
            entry.values[key] = Self.value(said.value)
        }
        // An unknown key may be what makes the view what it is.
        guard warnings.isEmpty else { return Entry(part: index, warnings: warnings) }
        do {
            let view = try NamedView(entry)
            return Entry(part: index, view: view, nameLine: table.line(of: "name") ?? line)
        } catch {
            let place = error.key.flatMap { table.line(of: $0) } ?? line
            return Entry(part: index, warnings: [document.problem(place, error.message)])
        }
    }

    private static func value(_ value: TOMLValue) -> ViewEntry.Value {
        switch value.kind {
        case .string(let text): return .text(text)
        case .integer(let number): return .number(number)
        case .bool(let flag): return .flag(flag)
        case .array(let values):
            let texts = values.compactMap(\.string)
            return texts.count == values.count ? .texts(texts) : .other
        case .float, .time, .table: return .other
        }
    }

    // MARK: Writing

    private func lines(of view: NamedView) -> [String] {
        let entry = view.entry
        let lines = ViewEntry.Key.allCases.compactMap { key -> String? in
            let value: String
            switch entry.values[key] {
            case nil, .other: return nil
            case .text(let text): value = TOMLWriting.quoted(text)
            case .texts(let texts): value = TOMLWriting.list(texts)
            case .number(let number): value = String(number)
            case .flag(let flag): value = String(flag)
            }
            return "\(TOMLWriting.key(key.rawValue)) = \(value)"
        }
        return ["[[view]]"] + lines
    }

    private func write(_ text: ViewFileText) throws(Complaint) -> [NamedView] {
        do throws(FileFault) {
            let file = try OutputFile(path, makesFolder: true)
            try file.write(Array(text.text.utf8))
            try file.place(replacing: true)
        } catch {
            throw Complaint(
                "\(path) cannot be written: \(error.reason)",
                hint: "make its folder writable, or name another with --views"
            )
        }
        return try load().views
    }
}
