import Dashboard
import Foundation
import OwnFiles
import TOMLKit

/// The user's named views: a plain file of their own that can be read, edited and passed on. Written only when a view is
/// kept or deleted (experience, rule 15).
struct ViewFile {
    let path: String

    /// The views in the order of the file, none where there is no file; and what in it is no view.
    ///
    /// - Throws: `Complaint` where the file cannot be read.
    func load() throws(Complaint) -> (views: [NamedView], warnings: [FileWarning]) {
        let entries = read(try text())
        return (entries.compactMap(\.view), entries.flatMap(\.warnings))
    }

    /// The same where a file that cannot be read is no reason to stop either.
    func loadIfReadable() -> (views: [NamedView], warnings: [FileWarning]) {
        do { return try load() } catch { return ([], [FileWarning(file: path, line: 1, message: error.message)]) }
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
        var warnings: [FileWarning] = []
    }

    private func text() throws(Complaint) -> String {
        guard FileManager.default.fileExists(atPath: path) else { return "" }
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Complaint("\(path) cannot be read", hint: "see who may read it with ls -l, and whether it is text")
        }
    }

    /// Every part by itself, so that what is wrong with one view does not take the others away.
    private func read(_ text: String) -> [Entry] {
        var names: Set<String> = []
        return ViewFileText(text).parts.enumerated().map { index, part in
            var entry = entry(part, at: index)
            if let name = entry.view?.name, !names.insert(name).inserted {
                let message = "the view '\(name)' is there twice: the first counts"
                entry.warnings.append(warning(part, "name", message))
                entry.view = nil
            }
            return entry
        }
    }

    private func entry(_ part: ViewFileText.Part, at index: Int) -> Entry {
        do {
            let table = try TOMLTable(string: part.text)
            guard part.isView, let view = table["view"]?.array?.first?.table else {
                let unknown = table.keys.map { warning(part, $0, "unknown '\($0)': each view begins with [[view]]") }
                return Entry(part: index, warnings: unknown)
            }
            return read(view, part, at: index)
        } catch let error as TOMLParseError {
            let line = part.line + max(0, error.source.begin.line - 1)
            return Entry(part: index, warnings: [FileWarning(file: path, line: line, message: error.description)])
        } catch {
            return Entry(part: index, warnings: [warning(part, nil, "no TOML: \(error)")])
        }
    }

    private func read(_ table: TOMLTable, _ part: ViewFileText.Part, at index: Int) -> Entry {
        var entry = ViewEntry()
        var warnings: [FileWarning] = []
        for name in table.keys {
            guard let key = ViewEntry.Key(rawValue: name) else {
                let keys = ViewEntry.Key.allCases.map(\.rawValue).joined(separator: ", ")
                warnings.append(warning(part, name, "unknown key '\(name)'; keys are: \(keys)"))
                continue
            }
            entry.values[key] = Self.value(table[name])
        }
        // An unknown key may be what makes the view what it is.
        guard warnings.isEmpty else { return Entry(part: index, warnings: warnings) }
        do {
            return Entry(part: index, view: try NamedView(entry))
        } catch {
            return Entry(part: index, warnings: [warning(part, error.key, error.message)])
        }
    }

    private static func value(_ value: (any TOMLValueConvertible)?) -> ViewEntry.Value {
        if let text = value?.string { return .text(text) }
        if let number = value?.int { return .number(number) }
        if let flag = value?.bool { return .flag(flag) }
        let texts = value?.array.map { $0.map(\.string) } ?? [nil]
        return texts.contains(nil) ? .other : .texts(texts.compactMap(\.self))
    }

    private func warning(_ part: ViewFileText.Part, _ key: String?, _ message: String) -> FileWarning {
        FileWarning(file: path, line: part.line(of: key), message: message)
    }

    // MARK: Writing

    private func lines(of view: NamedView) -> [String] {
        let entry = view.entry
        let lines = ViewEntry.Key.allCases.flatMap { key -> [String] in
            let table = TOMLTable()
            switch entry.values[key] {
            case nil, .other: return []
            case .text(let text): table[key.rawValue] = text
            case .texts(let texts): table[key.rawValue] = TOMLArray(texts)
            case .number(let number): table[key.rawValue] = number
            case .flag(let flag): table[key.rawValue] = flag
            }
            return table.convert(to: .toml).split(separator: "\n").map(String.init)
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
