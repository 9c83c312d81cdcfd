public import JourneyIndex
public import JourneyModel
public import JourneyStore
import Synchronization
public import Threads

/// A store opened for reading, with the index that goes with it: from beside the store, from the user's own folder, or in
/// memory, whichever can be had. An index that is older is brought up to date, one that cannot be trusted is made anew.
///
/// Any number of threads and processes may have the same archive open.
public final class Archive: Sendable {
    public let path: String
    public let reader: StoreReader
    private let cache: String?
    let version: String
    private let known = Mutex(Known())

    private struct Known {
        /// The index as last seen.
        var image: IndexImage?
        /// How many were made anew because what was there is damaged.
        var repairs = 0
    }

    /// A place that damages whatever is written to it is given up after this many.
    private static let mostRepairs = 3

    /// - Parameters:
    ///   - version: the program's: answers that another one has prepared are not taken.
    ///   - cacheFolder: where indexes go of stores beside which nothing can be written; nil: memory.
    ///   - patience: how long to wait while an import writes.
    /// - Throws: `StoreError`.
    public init(
        path: String,
        cacheFolder: String?,
        version: String = "",
        patience: Duration = .seconds(5)
    ) throws {
        self.path = path
        self.version = version
        cache = cacheFolder
        reader = try StoreReader(path: path, patience: patience)
        // What a killed import has left is a copy of people's data: it goes with the next command, whichever that is.
        StaleFiles.remove(besideStore: path)
    }

    /// Which state the store is in. Costs microseconds.
    ///
    /// - Throws: `StoreError.busy` where an import writes for longer than the patience: what was read before still holds.
    public func stamp() throws -> StoreStamp { try reader.stamp() }

    /// The index of the store as it is now.
    ///
    /// - Parameters:
    ///   - cancellation: asked now and then.
    ///   - progress: called now and then, where the index has to be made: the share of events read, 0…1.
    /// - Throws: `StoreError`; `CancellationError`.
    public func index(
        cancellation: Cancellation = .never,
        progress: (Double) -> Void = { _ in }
    ) throws -> IndexImage {
        let stamp = try reader.stamp()
        if let image = known.withLock({ $0.image }), image.stamp == stamp, image.fault == nil { return image }
        return keep(try current(stamp) ?? made(stamp, cancellation: cancellation, progress: progress))
    }

    private func keep(_ image: IndexImage) -> IndexImage {
        known.withLock { $0.image = image }
        return image
    }

    /// Works out the answers that a dashboard opens with and leaves them with the index, for whoever opens the store next.
    ///
    /// - Throws: `StoreError`; `CancellationError`.
    public func prepareAnswers(cancellation: Cancellation = .never) async throws {
        let image = try index(cancellation: cancellation)
        for folder in folders(image.stamp) where (try? folder.open())?.stamp == image.stamp {
            await PreparedAnswers.keep(from: image, in: folder, version: version)
        }
    }

    /// The answers that a dashboard opens with, where an import has prepared them for this state.
    func prepared(_ stamp: StoreStamp) -> PreparedAnswers? {
        for folder in folders(stamp) {
            if let bytes = folder.answers(of: stamp), let answers = PreparedAnswers(bytes: bytes, version: version) {
                return answers
            }
        }
        return nil
    }

    /// Where an index of this store may be, the best place first.
    func folders(_ stamp: StoreStamp) -> [IndexFolder] {
        guard stamp.store != 0, known.withLock({ $0.repairs <= Archive.mostRepairs }) else { return [] }
        return [IndexFolder.beside(store: path, number: stamp.store)] + (cacheFolder(stamp).map { [$0] } ?? [])
    }

    private func cacheFolder(_ stamp: StoreStamp) -> IndexFolder? {
        cache.map { IndexFolder("\($0)/index-\(String(stamp.store, radix: 16))", store: stamp.store) }
    }

    /// What a person should know of the places of the index: what is not ours in one of them and is left alone, and who else
    /// may look into one. A sentence each; none where all is well.
    public func objections() -> [String] {
        guard let stamp = try? reader.stamp() else { return [] }
        var objections: [String] = []
        for folder in folders(stamp) {
            if let objection = folder.objection { objections.append(objection) }
            // The next place is of no interest.
            if folder.isUsable { break }
        }
        return objections
    }

    private func current(_ stamp: StoreStamp) -> IndexImage? {
        for folder in folders(stamp) {
            guard let image = try? folder.open(), image.stamp == stamp, !isFaulty(image) else { continue }
            folder.sweep(beside: image)
            return image
        }
        return nil
    }

    /// What was found to be damaged is not taken up again.
    private func isFaulty(_ image: IndexImage) -> Bool {
        known.withLock { $0.image?.stamp == image.stamp && $0.image?.fault != nil }
    }

    /// Makes the index in the best place that can be written.
    private func made(
        _ stamp: StoreStamp,
        cancellation: Cancellation,
        progress: (Double) -> Void
    ) throws -> IndexImage {
        for folder in folders(stamp) {
            do {
                return try made(in: folder, cancellation: cancellation, progress: progress)
            } catch IndexFault.notWritable, IndexFault.foreign {
                continue
            } catch IndexFault.damaged, IndexFault.missing, IndexFault.stale {
                // What was made there was damaged before it could be opened.
                continue
            }
        }
        return try IndexMaker(reader, in: nil).anew(cancellation: cancellation, progress: progress)
    }

    private func made(
        in folder: IndexFolder,
        cancellation: Cancellation,
        progress: (Double) -> Void
    ) throws -> IndexImage {
        guard let lock = try wait(for: folder, cancellation: cancellation) else {
            return try IndexMaker(reader, in: nil).anew(cancellation: cancellation, progress: progress)
        }
        defer { withExtendedLifetime(lock) {} }
        // Another thread or process may have done it meanwhile.
        if let image = current(try reader.stamp()) { return keep(image) }
        let maker = IndexMaker(reader, in: folder)
        if let older = try? folder.open(), !isFaulty(older) {
            do {
                return keep(try maker.upToDate(older, cancellation: cancellation, progress: progress))
            } catch IndexFault.unfit, IndexFault.damaged, IndexFault.stale, IndexFault.missing, IndexFault.unknownCode {
                // Made anew.
            }
        }
        known.withLock { if $0.image?.fault != nil { $0.repairs += 1 } }
        return keep(try maker.anew(cancellation: cancellation, progress: progress))
    }

    /// The right to change the index, once whoever has it is done; nil where it is not worth the wait: the store is empty, and
    /// its first import may take minutes.
    private func wait(for folder: IndexFolder, cancellation: Cancellation) throws -> IndexLock? {
        while true {
            if let lock = try IndexLock(folder) { return lock }
            try cancellation.check()
            if try reader.reading({ try $0.lastEvent() }) == 0 { return nil }
            pause(.milliseconds(20))
        }
    }
}
