import JourneyModel

/// Where an export goes: the name being typed, and what stands in its way.
struct ExportDialog: Hashable, Sendable {
    var format: OutputFormat
    var entry: TextEntry
    /// The path of a file that is there already: Enter once more replaces it.
    var replaces: String?
    /// Why the last try failed.
    var problem: String?

    init(format: OutputFormat, name: String) {
        self.format = format
        entry = TextEntry(name)
    }

    /// Another name is another file: what was said of the last one holds no more.
    mutating func edit(_ change: (inout TextEntry) -> Void) {
        let before = entry.text
        change(&entry)
        guard entry.text != before else { return }
        replaces = nil
        problem = nil
    }
}
