import ArgumentParser
import JourneyFormats

/// `import --format`.
struct FormatOption: ExpressibleByArgument {
    static let auto = FormatOption(format: nil)

    /// Nil: to be found out.
    let format: InputFormat?

    private init(format: InputFormat?) { self.format = format }

    init?(argument: String) {
        format = InputFormat(name: argument)
        if format == nil, argument != FormatOption.auto.name { return nil }
    }

    var name: String { format?.name ?? "auto" }

    var defaultValueDescription: String { name }

    static var allValueStrings: [String] { [auto.name] + InputFormat.all.map(\.name) }

    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
