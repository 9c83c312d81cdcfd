import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore

/// A part of an import, done by itself so that what it takes can be told.
enum ImportPart: String, CaseIterable {
    /// Reads the file, and drops what is in it.
    case read
    /// Reads the file into a store, without an index.
    case store

    /// - Parameter store: a store yet to be made.
    /// - Throws: `ImportError`, `StoreError`.
    func run(file: String, store: String) throws {
        let files = FileImport([.file(file)], mapping: try Mapping(toml: TownMapping.events, name: "events"))
        switch self {
        case .read: _ = try files.read(into: Nowhere())
        case .store:
            let writer = try StoreWriter(path: store)
            _ = try writer.importBatch(
                source: "bench",
                format: "csv",
                fileName: file,
                now: Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)),
                body: { _ = try files.read(into: $0) }
            )
            try writer.close()
        }
    }
}

/// Where records go that nobody wants.
private final class Nowhere: RecordSink {
    func take(_ record: JourneyRecord) {}
    func take(_ batch: EventBatch) {}
    func reject(_ reject: Reject) {}
}
