import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore

/// A store opened for reading.
struct OpenedStore {
    let archive: Archive
    /// As headers show it: the file's name without its ending.
    let name: String

    /// - Throws: `StoreError`.
    init(path: String) throws {
        name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        let folders = UserFolders(environment: ProcessInfo.processInfo.environment)
        archive = try Archive(path: path, cacheFolder: folders.cache + "/cxm", version: Version.text)
    }

    /// Who answers questions about what is in it now.
    ///
    /// - Parameter progress: shows how far the index is, where it has to be made.
    func analyst(progress: ProgressLine? = nil) throws -> TrustedAnalyst {
        defer { progress?.clear() }
        let image = try archive.index(
            isCancelled: { Interrupt.isRaised },
            progress: { progress?.show("making the index", share: $0) }
        )
        return TrustedAnalyst(image, of: archive)
    }

    func summary() throws -> JourneyModel.StoreSummary {
        try archive.reader.summary()
    }
}
