import Foundation
import JourneyModel
import JourneyStore
import TestSupport

/// A folder of its own for each test, gone with it.
final class StoreFixture {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    var path: String { path("journeys.cxm") }
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    func bytes(_ name: String = "journeys.cxm") throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path(name)))
    }

    @discardableResult
    func importing(
        _ records: [JourneyRecord],
        rejects: [Reject] = [],
        source: String = "s",
        now: Int64 = 2_000_000_000_000,
        into path: String? = nil
    ) throws -> ImportSummary {
        let writer = try StoreWriter(path: path ?? self.path)
        defer { try? writer.close() }
        return try writer.importing(records, rejects: rejects, source: source, now: now)
    }

    func snapshot() throws -> JourneySnapshot { try StoreReader(path: path).snapshot() }
}

extension StoreWriter {
    @discardableResult
    func importing(
        _ records: [JourneyRecord],
        rejects: [Reject] = [],
        source: String = "s",
        now: Int64 = 2_000_000_000_000
    ) throws -> ImportSummary {
        try importBatch(
            source: source,
            format: "test",
            fileName: "test.csv",
            now: Timestamp(milliseconds: now)
        ) { sink in
            for record in records { try sink.take(record) }
            for reject in rejects { try sink.reject(reject) }
        }
    }
}

func event(
    _ touchpoint: String,
    at time: Int64,
    id: String? = nil,
    person: String? = nil,
    case caseID: String? = nil,
    _ others: [String: String] = [:]
) -> EventRecord {
    EventRecord(
        eventID: id,
        person: person,
        caseID: caseID,
        time: Timestamp(milliseconds: time),
        dimensions: [NamedValue("touchpoint", touchpoint)]
            + others.sorted { $0.key < $1.key }.map { NamedValue($0.key, $0.value) }
    )
}
