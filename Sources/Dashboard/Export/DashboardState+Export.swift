import Canvas
import JourneyModel
import Wording

extension DashboardState {
    /// What the command line of this screen shows, as it is known here.
    var exported: Loadable<Export.Content> { screen.exported(self) }

    /// Why nothing can be exported here; nil: it can, if not at the moment.
    var exportIsBlocked: String? {
        if store.isKiosk { return "kiosk mode: nothing is exported from here" }
        let exported = exported
        if let failure = exported.failure { return failure.message }
        return exported.value == nil || exported.isDimmed || exported.isWaiting && !exported.isQuiet ? Self.waits : nil
    }

    /// Why nothing can be exported now. What is being brought up to date is not written, though it is not seen yet.
    var exportHasToWait: String? {
        exportIsBlocked ?? (exported.isStale || exported.isWaiting ? Self.waits : nil)
    }

    private static let waits = "wait until the answer is there"

    static var exportChoices: [Choice] {
        OutputFormat.all.map { Choice(id: $0.name, label: $0.title, detail: $0.summary) }
    }

    /// Asks for the file's name, once it is known what it will hold.
    mutating func chooseExport(_ format: OutputFormat) {
        overlay = .export(ExportDialog(format: format, name: ExportName.proposed(self, format)))
    }

    mutating func handleExport(_ key: Key, _ dialog: ExportDialog) -> [Effect] {
        var dialog = dialog
        switch key {
        case .escape: overlay = nil
        case .enter: return export(dialog)
        default:
            dialog.edit { _ = $0.edit(key) }
            overlay = .export(dialog)
        }
        return []
    }

    private mutating func export(_ dialog: ExportDialog) -> [Effect] {
        var dialog = dialog
        let name = dialog.entry.text.trimmed
        if let reason = exportHasToWait ?? (name.isEmpty ? "type a name for the file" : nil) {
            dialog.problem = reason
            overlay = .export(dialog)
            return []
        }
        guard let content = exported.value else { return [] }
        let mayReplace = dialog.replaces != nil
        return [.export(Export(content: content, format: dialog.format, path: name, mayReplace: mayReplace))]
    }

    /// Takes in what became of an export; where it failed, the name can be mended.
    mutating func take(_ outcome: ExportOutcome) {
        var dialog: ExportDialog?
        if case .export(let open) = overlay { dialog = open }
        switch outcome {
        case .written(let path, let bytes):
            message = "written: \(path), \(ByteText.text(Int64(bytes)))"
            if dialog != nil { overlay = nil }
        case .exists(let path):
            dialog?.replaces = path
            overlay = dialog.map { .export($0) } ?? overlay
        case .failed(let text, let hint):
            dialog?.problem = "\(text): \(hint)"
            overlay = dialog.map { .export($0) } ?? overlay
            if dialog == nil { message = "\(text): \(hint)" }
        }
    }
}

extension String {
    /// Without the spaces around it.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
