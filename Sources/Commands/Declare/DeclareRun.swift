import Foundation
import JourneyArchive
import JourneyFormats
import JourneyModel
import JourneyStore
import Reports

/// One `cxm declare`: the store's declarations, and the index that is brought up to date with them.
struct DeclareRun {
    var path: String
    var folders: UserFolders

    /// What holds; nil where nobody has declared anything.
    ///
    /// - Throws: `StoreError`.
    func declared() throws -> Declarations? { try StoreReader(path: path).declarations()?.declared.declarations }

    /// A draft from the data.
    ///
    /// - Throws: `StoreError`; `AnalysisError`.
    func draft() async throws -> DeclarationsDraft {
        let analyst = try archive().analyst(cancellation: Interrupt.cancellation, progress: { _ in })
        return try await DeclarationsDraft(asking: analyst)
    }

    /// Makes what `file` says hold, in store and index.
    ///
    /// - Throws: `StoreError`; nothing has changed then.
    func declare(_ file: DeclarationsFile) async throws -> DeclareReport {
        // A store is not made by declaring.
        let reader = try StoreReader(path: path)
        let before = try reader.declarations()?.declared.declarations ?? Declarations()
        let unknown = try unknown(file, in: reader)
        let writer = try StoreWriter(path: path)
        let generation = try writer.declare(
            file.declarations,
            now: .now,
            who: ProcessInfo.processInfo.environment["USER"]
        )
        try writer.close()
        _ = try archive().index(cancellation: Interrupt.cancellation)
        return DeclareReport(
            changed: file.declarations.changes(from: before),
            unknown: unknown,
            generation: generation
        )
    }

    /// What a dashboard opens with, worked out for whoever opens it next: what was declared holds already.
    func prepareAnswers() async throws {
        try await archive().prepareAnswers(cancellation: Interrupt.cancellation)
    }

    private func archive() throws -> Archive {
        try Archive(path: path, cacheFolder: folders.cache + "/cxm", version: Version.text)
    }

    /// Names that the file uses and the data do not have; each once, where it first stands.
    private func unknown(_ file: DeclarationsFile, in reader: StoreReader) throws -> [DeclareReport.Unknown] {
        let tables = try reader.reading { try $0.tables() }
        let values = Dictionary(
            tables.events.dimensions.map { ($0.name, Set($0.values).subtracting([""])) },
            uniquingKeysWith: { first, _ in first }
        )
        return file.unknown(in: values).map { mention, nearest in
            DeclareReport.Unknown(
                kind: mention.kind.rawValue,
                name: mention.name,
                nearest: nearest,
                place: "\(file.name):\(mention.line)"
            )
        }
    }
}
