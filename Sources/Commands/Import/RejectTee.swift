import JourneyFormats
import JourneyModel

/// Hands everything on to the store, and writes rejected rows to a file on the way. Rows that are kept in part are there too,
/// as lines that are read as no rows: to import them again would store them twice.
final class RejectTee: RecordSink {
    private let sink: any RecordSink
    private let file: RejectFile
    private var header: String?

    /// - Parameter header: written before the first row; nil where the format has none.
    init(_ sink: any RecordSink, file: RejectFile, header: String?) {
        self.sink = sink
        self.file = file
        self.header = header
    }

    var knowsRowsByCells: Bool { sink.knowsRowsByCells }

    func take(_ record: JourneyRecord) throws {
        try sink.take(record)
    }

    func take(_ batch: EventBatch) throws {
        try sink.take(batch)
    }

    func reject(_ reject: Reject) throws {
        try writeHeader()
        try file.write(reject.raw)
        try sink.reject(reject)
    }

    func partial(_ reject: Reject) throws {
        try writeHeader()
        let raw = reject.raw.harmlessLine
        try file.write("\(FileImport.ownMark)line \(reject.line), \(reject.reason.harmlessLine): \(raw)")
        try sink.partial(reject)
    }

    private func writeHeader() throws {
        if let header { try file.write(header) }
        header = nil
    }
}
