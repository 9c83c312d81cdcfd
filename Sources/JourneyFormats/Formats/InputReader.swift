import JourneyModel
import Threads

/// A file of one format that has been opened.
protocol InputReader {
    /// What its first rows say about its columns. May use up what it looks at.
    func sample(missing: MissingWords) throws -> TableSample

    /// What the format itself says that the columns of a sample mean; nil where only a mapping can.
    func standard(_ sample: TableSample) -> Mapping?

    /// What stands before the first row, as text, and belongs above rows that were rejected; nil where rows need nothing.
    func head() throws -> String?

    /// Reads it to its end.
    func read(_ session: ImportSession, mapping: Mapping, division: TableDivision) throws
}

/// An input whose format is known.
struct OpenedInput {
    let source: ByteSource
    let format: InputFormat
    let reader: any InputReader

    /// - Parameters:
    ///   - format: nil: to be found out.
    ///   - cancellation: asked while nothing comes of a pipe, now and later.
    init(_ input: ImportInput, format: InputFormat?, mapping: Mapping, _ cancellation: Cancellation) throws {
        source = try ByteSource(input, cancellation: cancellation)
        let beginning = try source.peek(OpenedInput.beginning)
        if beginning.isEmpty { throw ImportError.empty(input.name, format ?? InputFormat.named(by: input.name)) }
        self.format = try format ?? InputFormat.detect(name: input.name, beginning: beginning)
        reader = try self.format.open(source, mapping)
    }

    /// How many unpacked bytes a format can be told by.
    static let beginning = 64 * 1024
}

extension ImportError {
    /// - Parameter format: nil: nothing says which.
    static func empty(_ name: String, _ format: InputFormat?) -> ImportError {
        ImportError("\(name): is empty", hint: format?.least ?? "Nothing was stored. Was the export finished?")
    }
}
