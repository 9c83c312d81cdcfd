import JourneyIndex
import JourneyModel
import JourneyStore

extension Archive {
    /// Takes away every index of the store that this user has, with the answers prepared from it, and makes one anew, with
    /// answers: after something was erased, no file of before may be left.
    ///
    /// What is in the cache folders of other users goes when they open the store: what is there does not fit any more.
    ///
    /// - Parameters:
    ///   - isCancelled: asked now and then. The old files are gone then all the same.
    ///   - progress: the share of events read, 0…1.
    /// - Throws: `StoreError`; `CancellationError`.
    public func renewIndex(isCancelled: () -> Bool = { false }, progress: (Double) -> Void = { _ in }) async throws {
        let stamp = try reader.stamp()
        let folders = folders(stamp)
        for folder in folders where folder.isThere { try remove(folder, isCancelled: isCancelled) }
        let image = try index(isCancelled: isCancelled, progress: progress)
        for folder in folders where (try? folder.open())?.stamp == image.stamp {
            await PreparedAnswers.keep(from: image, in: folder, version: version)
        }
    }

    /// Waits for whoever is at work on the index: what they make of an older state would be left.
    private func remove(_ folder: IndexFolder, isCancelled: () -> Bool) throws {
        while true {
            do {
                if let lock = try IndexLock(folder) {
                    return withExtendedLifetime(lock) { folder.removeContents() }
                }
            } catch is IndexFault {
                return
            }
            if isCancelled() { throw CancellationError() }
            pause(.milliseconds(20))
        }
    }
}
