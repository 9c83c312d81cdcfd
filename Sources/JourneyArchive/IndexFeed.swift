import Dispatch
import JourneyIndex
public import JourneyModel
public import JourneyStore
import Synchronization

/// Lets the index of a store grow with an import: takes the events while they are stored, on a thread of its own, and
/// puts the index in force once the import is in.
///
/// An index that cannot be written never stops an import: it is made later, by whoever needs it.
public final class IndexFeed: StoredEventSink, @unchecked Sendable {
    // Sendable: the builder is used on the queue, and after it has run empty.
    private let reader: StoreReader
    private let older: IndexImage?
    /// The state of the store on which the import was to follow.
    private let start: StoreStamp
    private let lock: IndexLock
    private let builder: IndexBuilder
    private let queue = DispatchQueue(label: "index")
    /// Blocks that may wait at once.
    private let room = DispatchSemaphore(value: 2)
    private let failure = Mutex<(any Error)?>(nil)

    /// Nil where there is nothing to go on from: the store has events and no index of its own state, or the index is in
    /// another process's hands, or cannot be written.
    public init?(store path: String, reader: StoreReader) throws {
        let folder = IndexFolder.beside(store: path)
        let stamp = try reader.stamp()
        guard let lock = try? IndexLock(folder) else { return nil }
        let image = try? folder.open()
        let isCurrent = image?.stamp == stamp
        guard try isCurrent || reader.reading({ try $0.lastEvent() }) == 0 else { return nil }
        older = isCurrent ? image : nil
        guard let builder = try? IndexBuilder(over: older, in: folder) else { return nil }
        self.reader = reader
        start = stamp
        self.lock = lock
        self.builder = builder
    }

    public func take(_ events: StoredEvents) {
        room.wait()
        queue.async { [self] in
            defer { room.signal() }
            guard failure.withLock({ $0 == nil }) else { return }
            do {
                try builder.take(events)
            } catch {
                failure.withLock { $0 = error }
            }
        }
    }

    /// Puts the index in force after the import that `summary` is of.
    ///
    /// - Returns: false where it could not be; it is then made when it is next needed.
    /// - Throws: `CancellationError`.
    public func finish(_ summary: ImportSummary, isCancelled: () -> Bool = { false }) throws -> Bool {
        queue.sync {}
        guard failure.withLock({ $0 == nil }) else { return false }
        if older?.stamp == summary.stamp { return true }
        // Nobody else's import came first, of whose events nothing was told here.
        guard summary.stamp.store == start.store, summary.stamp.generation == start.generation + 1 else { return false }
        do {
            let tables = try reader.reading { reading in
                try reading.stamp() == summary.stamp
                    ? IndexTables(reading, knowing: older, changes: summary.changes) : nil
            }
            guard let tables else { return false }
            _ = try builder.finish(tables, isCancelled: isCancelled)
            return true
        } catch let error as CancellationError {
            throw error
        } catch {
            return false
        }
    }
}
