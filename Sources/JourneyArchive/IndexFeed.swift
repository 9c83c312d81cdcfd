import Dispatch
import JourneyIndex
public import JourneyModel
public import JourneyStore
import Synchronization

/// Lets the index of a store grow with an import: takes the events while they are stored, on a thread of its own, writes
/// their columns while the store writes all else, and puts the index in force once the import is in.
///
/// An index that cannot be written never stops an import: it is made later, by whoever needs it.
public final class IndexFeed: StoredEventSink, @unchecked Sendable {
    // Sendable: the builder is used on the queue, and after it has run empty.
    private let reader: StoreReader
    private let older: IndexImage?
    /// The state of the store on which the import was to follow.
    private let start: StoreStamp
    private let lock: IndexLock
    private let folder: IndexFolder
    private let version: String
    private let builder: IndexBuilder
    private let queue = DispatchQueue(label: "index")
    /// Blocks that may wait at once.
    private let room = DispatchSemaphore(value: 2)
    private let failure = Mutex<(any Error)?>(nil)
    private let isStopped = Atomic(false)
    /// The index in force since the import.
    private var finished: IndexImage?

    /// Nil where there is nothing to go on from: the store has events and no index of its own state, or the index is in
    /// another process's hands, or cannot be written.
    ///
    /// - Parameter version: the program's, for the answers that are prepared.
    public init?(store path: String, reader: StoreReader, version: String = "") throws {
        let stamp = try reader.stamp()
        let folder = IndexFolder.beside(store: path, number: stamp.store)
        guard let lock = try? Self.lock(folder) else { return nil }
        let image = try? folder.open()
        let isCurrent = image?.stamp == stamp
        guard try isCurrent || reader.reading({ try $0.lastEvent() }) == 0 else { return nil }
        older = isCurrent ? image : nil
        guard let builder = try? IndexBuilder(over: older, in: folder) else { return nil }
        self.reader = reader
        start = stamp
        self.lock = lock
        self.folder = folder
        self.version = version
        self.builder = builder
    }

    /// The right to change the index; nil where somebody else has it for longer than a moment. For a moment even an import that
    /// is over may have it, until its last block is gone, and a process just being started, with its copy of every open file.
    private static func lock(_ folder: IndexFolder) throws -> IndexLock? {
        for _ in 0..<10 {
            if let lock = try IndexLock(folder) { return lock }
            pause(.milliseconds(10))
        }
        return try IndexLock(folder)
    }

    public func take(_ events: StoredEvents) {
        room.wait()
        queue.async { [self] in
            defer { room.signal() }
            attempt { try builder.take(events) }
        }
    }

    public func endOfEvents() {
        queue.async { [self] in
            attempt {
                try builder.arrange(after: start, isCancelled: { isStopped.load(ordering: .relaxed) })
            }
        }
    }

    /// Returns when nothing is written any more, whatever was left to do: for an import that did not come to its end.
    public func stop() {
        isStopped.store(true, ordering: .relaxed)
        queue.sync {}
    }

    private func wait(_ isCancelled: () -> Bool) throws {
        let done = DispatchSemaphore(value: 0)
        queue.async { done.signal() }
        while done.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
            guard isCancelled() else { continue }
            stop()
            throw CancellationError()
        }
    }

    private func attempt(_ work: () throws -> Void) {
        guard failure.withLock({ $0 == nil }) else { return }
        do {
            try work()
        } catch {
            failure.withLock { $0 = error }
        }
    }

    /// Puts the index in force after the import that `summary` is of. Who waits for it has it once this feed is let go.
    ///
    /// - Returns: false where it could not be; it is then made when it is next needed.
    /// - Throws: `CancellationError`.
    public func finish(_ summary: ImportSummary, isCancelled: () -> Bool = { false }) throws -> Bool {
        if older?.stamp == summary.stamp { return true }
        // Nobody else's import came first, of whose events nothing was told here.
        guard summary.stamp.store == start.store, summary.stamp.generation == start.generation + 1 else { return false }
        do {
            let tables = try reader.reading { reading in
                try reading.stamp() == summary.stamp
                    ? IndexTables(reading, knowing: older, changes: summary.changes) : nil
            }
            try wait(isCancelled)
            guard let tables, failure.withLock({ $0 == nil }) else { return false }
            finished = try builder.finish(tables, isCancelled: isCancelled)
            return true
        } catch let error as CancellationError {
            throw error
        } catch {
            return false
        }
    }

    /// Works out the answers that a dashboard opens with.
    public func prepareAnswers() async {
        if let finished { await PreparedAnswers.keep(from: finished, in: folder, version: version) }
    }
}
