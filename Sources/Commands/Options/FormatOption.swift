import ArgumentParser
import JourneyFormats

/// `import --format`.
enum FormatOption: String, CaseIterable, ExpressibleByArgument {
    case auto, csv, tsv, xes

    /// Nil: to be found out.
    var format: FileFormat? { FileFormat(rawValue: rawValue) }
}
