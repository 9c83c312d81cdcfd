import Dashboard
import Foundation
import TOMLKit

/// The user's named views: a plain file of their own that can be read, edited and passed on. Written only when a view is
/// saved (experience, rule 15).
struct ViewFile {
    let path: String

    /// The views in the order of the file; none where there is no file.
    ///
    /// - Throws: `Complaint` where the file cannot be read or is not TOML.
    func load() throws(Complaint) -> [NamedView] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: String(contentsOfFile: path, encoding: .utf8))
        } catch let error as TOMLParseError {
            throw Complaint("\(path):\(error.source.begin.line): \(error.description)", hint: "mend or remove the file")
        } catch {
            throw Complaint("\(path) cannot be read", hint: "see who may read it with ls -l")
        }
        return (table["view"]?.array ?? TOMLArray()).compactMap { $0.table.flatMap(view) }
    }

    /// Puts `view` into the file, in place of one of the same name, and returns all views.
    ///
    /// - Throws: `Complaint` where the file cannot be read or written; what was there stays as it was.
    func save(_ view: NamedView) throws(Complaint) -> [NamedView] {
        var views = try load()
        if let index = views.firstIndex(where: { $0.name == view.name }) {
            views[index] = view
        } else {
            views.append(view)
        }
        let file = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text(of: views).utf8).write(to: file, options: .atomic)
        } catch {
            throw Complaint("\(path) cannot be written", hint: "make its folder writable, or set XDG_CONFIG_HOME")
        }
        return views
    }

    private func view(_ table: TOMLTable) -> NamedView? {
        guard let name = table["name"]?.string, let steps = table["steps"]?.array else { return nil }
        return NamedView(
            name: name,
            steps: steps.compactMap(\.string),
            within: table["within"]?.string,
            order: table["order"]?.string ?? "ordered",
            by: table["by"]?.string,
            filters: table["where"]?.array?.compactMap(\.string) ?? []
        )
    }

    private func text(of views: [NamedView]) -> String {
        let entries = views.map { view in
            let table = TOMLTable()
            table["name"] = view.name
            table["steps"] = TOMLArray(view.steps)
            if let within = view.within { table["within"] = within }
            table["order"] = view.order
            if let by = view.by { table["by"] = by }
            if !view.filters.isEmpty { table["where"] = TOMLArray(view.filters) }
            return table
        }
        let file = TOMLTable()
        file["view"] = TOMLArray(entries)
        return "# Named views of cxm. Each step, window and condition is written as on the command line.\n\n"
            + file.convert(to: .toml) + "\n"
    }
}
