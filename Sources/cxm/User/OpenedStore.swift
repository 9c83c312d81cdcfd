import Foundation
import JourneyArchive
import JourneyModel
import JourneyStore

/// A store opened for reading.
struct OpenedStore {
    let archive: Archive
    /// As headers show it: the file's name without its ending.
    let name: String
    let protection: Protection

    /// - Throws: `StoreError`.
    init(path: String, _ protection: Protection) throws {
        self.protection = protection
        name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        let folders = UserFolders(environment: ProcessInfo.processInfo.environment)
        archive = try Archive(path: path, cacheFolder: folders.cache + "/cxm", version: Version.text)
        archive.warnOfIndex()
    }

    /// Who answers questions about what is in it now, and whether that is made up.
    ///
    /// - Parameter progress: shows how far the index is, where it has to be made.
    func analyst(progress: ProgressLine? = nil) throws -> (analyst: any JourneyAnalyst, isDemo: Bool) {
        defer { progress?.clear() }
        let image = try archive.index(
            cancellation: Interrupt.cancellation,
            progress: { progress?.show("making the index", share: $0) }
        )
        let analyst = TrustedAnalyst(image, of: archive)
        return (protection.analyst(analyst), analyst.isDemo)
    }

    func summary() throws -> JourneyModel.StoreSummary {
        protection.summary(try archive.reader.summary())
    }
}

extension Archive {
    /// Says on standard error what a person should know of the places of the index.
    func warnOfIndex() {
        for objection in objections() { StandardStreams.note("warning: \(objection)") }
    }
}
