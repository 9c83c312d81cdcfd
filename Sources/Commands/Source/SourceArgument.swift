import Foundation
import JourneyArchive
import JourneyModel

/// What `--store` names, opened: the one place that knows which kinds of sources there are.
enum SourceArgument {
    /// - Parameter argument: a store's path.
    /// - Throws: `StoreError`.
    static func open(_ argument: String) async throws -> any DataSource {
        let folders = UserFolders(environment: ProcessInfo.processInfo.environment)
        let archive = try Archive(path: argument, cacheFolder: folders.cache + "/cxm", version: Version.text)
        archive.warnOfIndex()
        return archive
    }
}
