public import JourneyIndex
import JourneyModel
import JourneyStore
public import Threads

extension Archive {
    /// The right to change the index beside the store, for who is about to erase. Whoever follows the store would else make
    /// the index that has to be made then, each in a hurry and in memory of their own; so they wait. Nil where there is no
    /// index, or somebody else is at work on it.
    public func holdIndex() throws -> IndexLock? {
        guard let folder = folders(try reader.stamp()).first, (try? folder.open()) != nil else { return nil }
        return try? IndexLock(folder)
    }

    /// Takes away every index of the store that this user has, with the answers prepared from it, and makes one anew, with
    /// answers: after something was erased, no file of before may be left.
    ///
    /// What is in the cache folders of other users goes when they open the store: what is there does not fit any more.
    ///
    /// - Parameters:
    ///   - lock: what `holdIndex` gave before the erasure.
    ///   - cancellation: asked now and then. The old files are gone then all the same.
    ///   - progress: the share of events read, 0…1.
    /// - Throws: `StoreError`; `CancellationError`.
    public func renewIndex(
        holding lock: IndexLock? = nil,
        cancellation: Cancellation = .never,
        progress: (Double) -> Void = { _ in }
    ) async throws {
        let stamp = try reader.stamp()
        let folders = folders(stamp)
        var image: IndexImage?
        if lock != nil, let folder = folders.first {
            folder.removeContents()
            image = try renewed(in: folder, cancellation: cancellation, progress: progress)
        }
        for folder in folders.dropFirst(lock == nil ? 0 : 1) where folder.isThere {
            try remove(folder, cancellation: cancellation)
        }
        let made = try image ?? index(cancellation: cancellation, progress: progress)
        for folder in folders where (try? folder.open())?.stamp == made.stamp {
            await PreparedAnswers.keep(from: made, in: folder, version: version)
        }
        withExtendedLifetime(lock) {}
    }

    /// Nil where it cannot be written there.
    private func renewed(
        in folder: IndexFolder,
        cancellation: Cancellation,
        progress: (Double) -> Void
    ) throws -> IndexImage? {
        do {
            return try IndexMaker(reader, in: folder).anew(cancellation: cancellation, progress: progress)
        } catch IndexFault.notWritable {
            return nil
        } catch IndexFault.foreign {
            return nil
        }
    }

    /// Waits for whoever is at work on the index: what they make of an older state would be left.
    private func remove(_ folder: IndexFolder, cancellation: Cancellation) throws {
        while true {
            do {
                if let lock = try IndexLock(folder) {
                    return withExtendedLifetime(lock) { folder.removeContents() }
                }
            } catch is IndexFault {
                return
            }
            try cancellation.check()
            pause(.milliseconds(20))
        }
    }
}
