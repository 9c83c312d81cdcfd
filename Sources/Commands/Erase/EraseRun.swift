import Canvas
import Foundation
import JourneyArchive
import JourneyIndex
import JourneyModel
import JourneyStore

/// One `cxm erase`: what there is to erase, the erasing, and what else on this machine still shows it.
struct EraseRun {
    var path: String
    var request: ErasureRequest
    var folders: UserFolders
    var glyphs: GlyphSet

    /// What would be erased.
    func plan() throws -> ErasurePlan {
        let progress = ProgressLine(glyphs: glyphs)
        defer { progress.clear() }
        return try StoreReader(path: path).plan(
            erasing: request,
            cancellation: Interrupt.cancellation,
            progress: { progress.show("reading the store", share: $0) }
        )
    }

    /// - Returns: what was erased, and in how many seconds.
    func erase(_ plan: ErasurePlan) throws -> (counts: ErasureCounts, seconds: Double) {
        let progress = ProgressLine(glyphs: glyphs)
        defer { progress.clear() }
        let writer = try StoreWriter(path: path)
        let counts = try writer.erase(
            plan,
            cancellation: Interrupt.cancellation,
            progress: { stage in
                switch stage {
                case .reading(let share): progress.show("reading the store", share: share)
                case .copying(let share): progress.show("copying the store", share: share)
                case .writing: progress.storing("the store")
                }
            }
        )
        try writer.close()
        return (counts, progress.seconds)
    }

    /// The right to the index, to be taken before anything is erased; nil where nobody can have it.
    func holdIndex() -> IndexLock? {
        try? Archive(path: path, cacheFolder: nil, version: Version.text).holdIndex()
    }

    /// Makes the index anew, and takes away what was kept of the store as it was. The person is out of the store already,
    /// so that what goes wrong here must not sound as if nothing had been done.
    func renewIndex(holding lock: IndexLock?) async throws {
        let progress = ProgressLine(glyphs: glyphs)
        do {
            let archive = try Archive(path: path, cacheFolder: folders.cache + "/cxm", version: Version.text)
            let stamp = try archive.stamp()
            LastFrame.remove(folder: folders.cache + "/cxm", stamp: stamp)
            try await archive.renewIndex(
                holding: lock,
                cancellation: Interrupt.cancellation,
                progress: { progress.show("making the index", share: $0) }
            )
            progress.clear()
            for sentence in CacheCopies(stamp: stamp).remove() { StandardStreams.note(sentence) }
            archive.warnOfIndex()
        } catch {
            progress.clear()
            let complaint = Complaint(about: error)
            throw Complaint(
                "it was erased from the store, but the index was not made anew: \(complaint.message)",
                hint: "open the store once with any cxm command, which makes it",
                status: complaint.status
            )
        }
    }
}
