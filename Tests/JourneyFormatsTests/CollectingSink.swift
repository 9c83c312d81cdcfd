import Foundation
import JourneyModel
import TestSupport

@testable import JourneyFormats

/// Keeps what a reader finds.
final class CollectingSink: RecordSink {
    private(set) var records: [JourneyRecord] = []
    private(set) var rejects: [Reject] = []
    private(set) var partial: [Reject] = []

    func partial(_ reject: Reject) throws { partial.append(reject) }
    func take(_ record: JourneyRecord) throws { records.append(record) }
    func reject(_ reject: Reject) throws { rejects.append(reject) }

    var events: [EventRecord] {
        records.compactMap { if case .event(let event) = $0 { event } else { nil } }
    }
}

/// What an import came to.
struct Imported {
    var sink = CollectingSink()
    var summary = ImportSummary()

    var events: [EventRecord] { sink.events }
    var rejects: [Reject] { sink.rejects }
    var partial: [Reject] { sink.partial }
    var notes: [String] { summary.files.flatMap(\.notes).map(\.text) }
}

/// Imports `text` as the file `name`, with `--column` arguments and whatever `change` does to the mapping.
func imported(
    _ text: String,
    name: String = "test.csv",
    columns: [String] = [],
    _ change: (inout Mapping) throws -> Void = { _ in }
) throws -> Imported {
    try imported(Array(text.utf8), name: name, columns: columns, change)
}

func imported(
    _ bytes: [UInt8],
    name: String = "test.csv",
    columns: [String] = [],
    _ change: (inout Mapping) throws -> Void = { _ in }
) throws -> Imported {
    var mapping = Mapping()
    for column in columns { try mapping.addColumn(column) }
    try change(&mapping)
    var result = Imported()
    result.summary = try FileImport([.bytes(bytes, name: name)], mapping: mapping).read(into: result.sink)
    return result
}

/// The error that `body` throws, or nil.
func importError(_ body: () throws -> Void) -> ImportError? {
    do {
        try body()
        return nil
    } catch { return error as? ImportError }
}

extension EventRecord {
    func dimension(_ name: String) -> String? { dimensions.first { $0.name == name }?.value }
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    func trait(_ name: String) -> String? { traits.first { $0.name == name }?.value }
    var touchpoint: String? { dimension(Dimension.touchpoint) }
}

extension String {
    /// Calls `body` with the text's bytes.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try Array(utf8).withUnsafeBufferPointer(body)
    }
}
