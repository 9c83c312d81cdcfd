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
    func load() throws(Complaint) -> ViewFileReading { ViewFileReading(ViewFileText(try text()), file: path) }

    /// The same where a file that cannot be read is no reason to stop either.
    func loadIfReadable() -> (views: [NamedView], warnings: [TextProblem]) {
        do {
            let reading = ViewFileReading(ViewFileText(try TOMLDocument.text(path: path) ?? ""), file: path)
            return (reading.views, reading.warnings)
        } catch {
            return ([], [error])
        }
    }

    /// Puts `view` into the file, in place of one of the same name, and returns all views.
    ///
    /// - Throws: `Complaint` where the file cannot be read or written; what was there stays as it was.
    func save(_ view: NamedView) throws(Complaint) -> [NamedView] {
        try write(ViewFileText(try text()).keeping(view))
    }

    /// Takes the view of this name from the file, and returns those that are left.
    ///
    /// - Throws: as `save` does.
    func delete(_ name: String) throws(Complaint) -> [NamedView] {
        try write(ViewFileText(try text()).without(name))
    }

    private func text() throws(Complaint) -> String {
        do {
            return try TOMLDocument.text(path: path) ?? ""
        } catch {
            throw Complaint(error.sentence, hint: "mend the file, or name another with --views")
        }
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
