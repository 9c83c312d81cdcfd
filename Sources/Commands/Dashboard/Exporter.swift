import Canvas
import Dashboard
import Foundation
import JourneyModel
import Reports

/// Writes what the dashboard exports, with the bytes that `cxm show --format` writes to a file.
struct Exporter {
    var origin: ReportOrigin
    /// Of this process: the same that `cxm show` is run in.
    var environment: [String: String]

    /// - Parameter picture: the screen as it is, drawn when it is asked for.
    func write(_ export: Export, picture: () -> GridPicture) -> ExportOutcome {
        let text: String
        let format = export.format
        if format.holds(.answer) {
            guard let answer = export.content.answer else {
                return .failed(message: "nothing here can be written as \(format.name)", hint: "choose picture")
            }
            // As `cxm show` prints where standard output is a file.
            let style = TextStyle(width: TextWidth.standard, glyphs: .ofLocale(environment))
            text = answer.rendered(as: format, style: style, from: origin)
        } else {
            text = picture().svg
        }
        let file = WholeFile(named: export.path)
        let bytes = Data(text.utf8)
        do throws(WholeFile.Failure) {
            try file.write(bytes, replacing: export.mayReplace)
            return .written(path: file.path, bytes: bytes.count)
        } catch {
            switch error {
            case .exists: return .exists(path: file.path)
            case .complaint(let complaint): return .failed(message: complaint.message, hint: complaint.hint)
            }
        }
    }
}

extension Export.Content {
    var answer: (any Reportable)? {
        let levels = answers.compactMap { $0.answer as? BranchesResult }
        if levels.count == answers.count { return PathTreeReport(levels) }
        // Nil for what no view shows: the catalog is there to choose from.
        return answers.first?.answer as? any Reportable
    }
}
