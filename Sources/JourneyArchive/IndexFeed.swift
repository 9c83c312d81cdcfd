import Dispatch
import Foundation
import JourneyIndex
public import JourneyModel
public import JourneyStore
import Synchronization
public import Threads

/// Lets the index of a store grow with an import: takes the events while they are stored, on a thread of its own, writes
/// their columns while the store writes all else, and puts the index in force once the import is in.
///
/// An index that cannot be written never stops an import: it is made later, by whoever needs it.
public final class IndexFeed: StoredEventSink, @unchecked Sendable {
    // Sendable: the builder is used on the thread, and after that has ended.
    private let reader: StoreReader
    private let older: IndexImage?
    private let folder: IndexFolder
    private let version: String
    private let growth: IndexGrowth
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
        self.folder = folder
        self.version = version
        growth = IndexGrowth(builder, from: stamp, lock)
    }

    deinit { growth.events.stop() }

    /// The right to change the index; nil where somebody else has it for longer than a moment. For a moment even an import that
    /// is over may have it, until its last block is gone, and a process just being started, with its copy of every open file.
    private static func lock(_ folder: IndexFolder) throws -> IndexLock? {
        for _ in 0..<10 {
            if let lock = try IndexLock(folder) { return lock }
            pause(.milliseconds(10))
        }
        return try IndexLock(folder)
    }

    public func take(_ events: StoredEvents) { growth.take(events) }

    public func endOfEvents() { growth.arrange() }

    /// Returns when nothing is written any more, whatever was left to do: for an import that did not come to its end.
    public func stop() { growth.stop() }

    /// Puts the index in force after the import that `summary` is of. Who waits for it has it once this feed is let go.
    ///
    /// - Returns: false where it could not be; it is then made when it is next needed.
    /// - Throws: `CancellationError`.
    public func finish(_ summary: ImportSummary, cancellation: Cancellation = .never) throws -> Bool {
        if older?.stamp == summary.stamp { return true }
        // What it has of events from before may be true no more.
        guard !summary.isRewriting else { return false }
        // Nobody else's import came first, of whose events nothing was told here.
        let start = growth.start
        guard summary.stamp.store == start.store, summary.stamp.generation == start.generation + 1 else { return false }
        do {
            let tables = try reader.reading { reading in
                try reading.stamp() == summary.stamp
                    ? IndexTables(reading, knowing: older, changes: summary.changes) : nil
            }
            let builder = try growth.finish(cancellation)
            guard let tables, let builder else { return false }
            finished = try builder.finish(tables, cancellation: cancellation)
            return true
        } catch let error as CancellationError {
            growth.stop()
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

/// The thread on which an index grows. It keeps the right to change the index for as long as it is at work, whoever lets go
/// of the feed meanwhile.
private final class IndexGrowth: @unchecked Sendable {
    // Sendable: the builder is the thread's until that has ended.

    /// The state of the store on which the import was to follow.
    let start: StoreStamp
    /// One may wait while another is written.
    let events = BoundedPipe<StoredEvents>()
    // Both are let go of as soon as the thread has ended, and not when that lets go of all this, some time later: who lets go of
    // the lock takes away what of the index is not in force, and the process may end before.
    private var builder: IndexBuilder?
    private var lock: IndexLock?
    /// Its end is that of the work.
    private let grown = BoundedPipe<Never>()
    private let running = DispatchGroup()
    private let isArranged = Atomic(false)
    private let isStopped = Atomic(false)

    init(_ builder: IndexBuilder, from start: StoreStamp, _ lock: IndexLock) {
        self.builder = builder
        self.start = start
        self.lock = lock
        running.enter()
        let thread = Thread { [self] in
            run()
            running.leave()
        }
        thread.name = "cxm index"
        thread.start()
    }

    /// Has let go of the builder when it returns.
    private func run() {
        guard let builder else { return grown.close() }
        do {
            try work(builder)
            grown.close()
        } catch {
            events.stop()
            grown.fail(error)
        }
    }

    private func work(_ builder: IndexBuilder) throws {
        while let block = try events.take() { try builder.take(block) }
        guard isArranged.load(ordering: .acquiring), !isStopped.load(ordering: .acquiring) else { return }
        try builder.arrange(after: start, cancellation: Cancellation { [self] in isStopped.load(ordering: .relaxed) })
    }

    /// Loses them where the index cannot be written.
    func take(_ block: StoredEvents) { _ = try? events.put(block) }

    /// Every event has been told: what can be done with the events alone may begin.
    func arrange() {
        isArranged.store(true, ordering: .releasing)
        events.close()
    }

    /// The builder, once the thread has ended; nil for who has had it.
    ///
    /// - Throws: what went wrong on it; `CancellationError`.
    func finish(_ cancellation: Cancellation) throws -> IndexBuilder? {
        events.close()
        _ = try grown.take(cancellation)
        running.wait()
        defer { builder = nil }
        return builder
    }

    func stop() {
        isStopped.store(true, ordering: .releasing)
        events.stop()
        running.wait()
        builder = nil
        lock = nil
    }
}
