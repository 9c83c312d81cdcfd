/// Why a whole file cannot be imported, apart from what SQLite says.
enum ImportFailure: Error {
    case events
    case dimensions
    case names
    /// What was staged cannot be read back.
    case staging

    /// SQLite takes 2000 columns a table, and `events` has some of its own.
    static let mostDimensions = 1900

    var detail: String {
        switch self {
        case .events: "more than \(UInt32.max) events in one file; split it"
        case .names: "more than 4 GB of names; split the file"
        case .staging: "what was staged for the import cannot be read back"
        case .dimensions:
            "more than \(ImportFailure.mostDimensions) dimensions and traits; map the others to attributes"
        }
    }
}
