import ArgumentParser
import JourneyModel

/// `report --format`.
struct BookFormat: ExpressibleByArgument {
    static let html = BookFormat(format: .html)

    let format: OutputFormat

    private init(format: OutputFormat) { self.format = format }

    init?(argument: String) {
        guard let format = OutputFormat(name: argument), format.holds(.book) else { return nil }
        self.format = format
    }

    var defaultValueDescription: String { format.name }

    /// The usual one first.
    static var allValueStrings: [String] {
        let others = OutputFormat.all(holding: .book).filter { $0 != html.format }
        return ([html.format] + others).map(\.name)
    }

    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
