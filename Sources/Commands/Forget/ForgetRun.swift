import Canvas
import Foundation
import JourneyArchive
import JourneyIndex
import JourneyModel
import JourneyStore
import Reports

/// One `cxm forget`: the taking out, and the index that follows.
struct ForgetRun {
    var path: String
    var batch: Int
    var glyphs: GlyphSet

    /// What is to be taken out.
    ///
    /// - Throws: `ForgettingError` where there is no such import; `StoreError`.
    func entry() throws -> BatchList.Entry {
        let batches = try StoreReader(path: path).batches()
        guard let entry = batches.entries.first(where: { $0.batch == batch }) else {
            throw ForgettingError.unknown(batch)
        }
        return entry
    }

    func forget() async throws -> ForgettingReport {
        let progress = ProgressLine(glyphs: glyphs)
        defer { progress.clear() }
        let writer = try StoreWriter(path: path)
        let erased = try writer.forget(
            batch: batch,
            cancellation: Interrupt.cancellation,
            progress: { progress.show($0) }
        )
        try writer.close()
        return ForgettingReport(batch: batch, erased: erased, seconds: progress.seconds)
    }

    /// The right to the index, to be taken before anything is taken out; nil where nobody can have it.
    func holdIndex() -> IndexLock? {
        try? Archive(path: path, cacheFolder: nil, version: Version.text).holdIndex()
    }

    func renewIndex(holding lock: IndexLock?) async throws {
        try await RenewedIndex(path: path, glyphs: glyphs).make(
            after: "the import was taken out of the store",
            holding: lock
        )
    }
}

/// The index of a store whose events are not what they were. Whoever follows the store would make it else.
struct RenewedIndex {
    var path: String
    var glyphs: GlyphSet

    /// - Parameters:
    ///   - done: what is done already, so that what goes wrong here does not sound as if nothing had been.
    ///   - lock: the right to the index, where it was taken before.
    func make(after done: String, holding lock: IndexLock? = nil) async throws {
        let progress = ProgressLine(glyphs: glyphs)
        do {
            let archive = try Archive(path: path, cacheFolder: nil, version: Version.text)
            try await archive.renewIndex(
                holding: try lock ?? archive.holdIndex(),
                cancellation: Interrupt.cancellation,
                progress: { progress.show("making the index", share: $0) }
            )
            progress.clear()
            archive.warnOfIndex()
        } catch {
            progress.clear()
            let complaint = Complaint(about: error)
            throw Complaint(
                "\(done), but the index was not made anew: \(complaint.message)",
                hint: "open the store once with any cxm command, which makes it",
                status: complaint.status
            )
        }
    }
}

extension ProgressLine {
    func show(_ stage: ForgettingStage) {
        switch stage {
        case .reading(let share): show("reading what is left", share: share)
        case .writing: show("taking the import out", share: nil)
        }
    }
}
