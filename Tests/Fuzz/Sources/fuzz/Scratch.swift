import Dispatch
import Foundation
import JourneyArchive
import JourneyFormats
import JourneyModel
import JourneyStore

/// A small store with its index, in a folder of this process's own.
enum Scratch {
    static let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("cxm-fuzz-\(getpid())")
    static let store = folder.appendingPathComponent("s.cxm")

    static func makeFolder() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: Scratch.folder) }
    }

    static func clear() throws {
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            try FileManager.default.removeItem(at: file)
        }
    }

    /// Makes the store and its index anew.
    static func make() throws {
        try makeFolder()
        try clear()
        let rows = (0..<40).map {
            "p\($0 % 7),c\($0 % 9),2025-01-\(10 + $0 % 18)T10:00:00Z,t\($0 % 4),\($0 % 2 == 0 ? "web" : "phone")\n"
        }
        let table = Array(("u,k,t,p,c\n" + rows.joined()).utf8)
        var mapping = Mapping()
        for column in ["person=u", "case=k", "time=t", "touchpoint=p", "channel=c"] { try mapping.addColumn(column) }
        let writer = try StoreWriter(path: store.path)
        let files = FileImport([.bytes(table, name: "a.csv")], mapping: mapping)
        let now = Timestamp(milliseconds: 1_750_000_000_000)
        _ = try writer.importBatch(source: "a", format: "csv", fileName: "a.csv", now: now) {
            _ = try files.read(into: $0)
        }
        try writer.close()
        let archive = try Archive(path: store.path, cacheFolder: nil)
        let done = DispatchSemaphore(value: 0)
        Task {
            try? await archive.renewIndex()
            done.signal()
        }
        done.wait()
    }

    /// The files of the index, the same ones in the same order each time.
    static func indexFiles() throws -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let files = (all?.allObjects ?? []).compactMap { $0 as? URL }
        return files.filter {
            $0 != store && (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }
        .filter { $0.deletingLastPathComponent() != folder }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    static func indexFile(_ name: String) throws -> [UInt8] {
        try make()
        guard let file = try indexFiles().first(where: { $0.lastPathComponent.hasPrefix(name) }) else {
            throw Wrong("the index has no file \(name)")
        }
        return try bytes(file)
    }

    static func bytes(_ file: URL) throws -> [UInt8] { Array(try Data(contentsOf: file)) }

    /// Opens the store and asks it what a first screen asks, and a funnel.
    static func ask() throws {
        let archive = try Archive(path: store.path, cacheFolder: nil, patience: .milliseconds(50))
        _ = try archive.reader.summary()
        _ = try archive.reader.identities()
        _ = try archive.reader.rejects(limit: 10)
        let analyst = TrustedAnalyst(try archive.index(), of: archive)
        let done = DispatchSemaphore(value: 0)
        Task {
            _ = try? await analyst.answer(CatalogQuestion())
            _ = try? await analyst.answer(PathsQuery())
            _ = try? await analyst.answer(ChannelsQuery())
            _ = try? await analyst.answer(
                FunnelQuery(steps: [FunnelStep(touchpoint: "t0"), FunnelStep(touchpoint: "t1")])
            )
            done.signal()
        }
        done.wait()
    }
}
