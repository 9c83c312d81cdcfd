import Foundation
import JourneyIndex
import JourneyModel
import JourneyStore
import OwnFiles

/// A store for this user alone in the folder of temporary files, which goes with it, as does its index. What a killed process
/// left there goes when the next one is made.
final class PassingStore {
    let path: String
    /// What reads the files again, by the names of these.
    var mappings: [(file: String, toml: String)] = []
    private let folder: WorkFolder

    /// - Throws: `FileFault`.
    init() throws(FileFault) {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("first-look").path
        WorkFolder.sweep(beside: place) { folder in
            Self.removeIndex(ofStore: folder.path(of: WorkFolder.Item.new.rawValue))
        }
        folder = try WorkFolder(beside: place)
        path = folder.path(of: .new)
    }

    deinit { Self.removeIndex(ofStore: path) }

    private static func removeIndex(ofStore path: String) {
        guard let stamp = try? StoreReader(path: path).stamp() else { return }
        IndexFolder.beside(store: path, number: stamp.store).remove()
    }
}
