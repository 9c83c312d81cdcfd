internal import GRDB
internal import JourneyModel
internal import Threads

/// The events of an import on their way into the draft. Those of a small file are written when it has been read; of a large
/// one while it is read.
final class EventImport {
    /// Events that a block has at least before it is sent on its way.
    static let blockSize = 1 << 18
    /// Bytes of text that do the same.
    private static let blockBytes = 64 << 20

    let check: BlockCheck
    let blockSize: Int
    private let coding: BlockCoding
    let contents: KnownContents
    private let names: ImportNames
    private let storedKeys: StoredKeys
    private let numbers: NumberedIDs
    private let stream: EventStream
    private let connection: OpaquePointer
    private let path: String
    private var draft: EventDraft?
    private let isRehearsal: Bool
    private let cancellation: Cancellation
    private var pipeline: ImportPipeline?

    /// - Parameters:
    ///   - path: the store's.
    ///   - source: the source's number in the store.
    ///   - hash: makes the source's keys.
    ///   - decision: what becomes of what the store has already.
    ///   - firstEvent: the number of the file's first event.
    ///   - isRehearsal: whether the events are to come into no store.
    init(
        _ connection: OpaquePointer,
        path: String,
        names: ImportNames,
        source: Int64,
        hash: EventHash,
        choices: ImportChoices,
        decision: RepeatedBatches.Decision,
        firstEvent: Int64,
        importedAt: Int64,
        sink: (any StoredEventSink)?,
        blockSize: Int,
        isRehearsal: Bool,
        cancellation: Cancellation
    ) throws {
        self.connection = connection
        self.path = path
        self.names = names
        self.blockSize = blockSize
        self.isRehearsal = isRehearsal
        self.cancellation = cancellation
        storedKeys = try StoredKeys(connection, besideStore: path)
        numbers = try NumberedIDs(connection, source: source, isClosed: decision.isAgain)
        contents = KnownContents(
            besideStore: path,
            update: choices.update,
            saysTheSame: decision.saysTheSame
        )
        coding = BlockCoding(names: names, hash: hash, rows: blockSize)
        check = BlockCheck(
            names: names,
            keys: EventKeys(stored: storedKeys, besideStore: path),
            numbers: numbers,
            hash: hash,
            contents: contents,
            firstEvent: firstEvent,
            importedAt: importedAt
        )
        stream = EventStream(sink)
    }

    deinit {
        pipeline?.stop()
    }

    /// Whether `events` has columns that its view does not show.
    var hasNewColumns: Bool { draft?.pages.newDimensions.isEmpty == false }

    func take(_ batch: EventBatch) throws {
        try coding.append(batch)
        let block = coding.block
        guard block.count >= blockSize || block.textBytes >= EventImport.blockBytes else { return }
        let pipeline = try self.pipeline ?? start()
        self.pipeline = pipeline
        try pipeline.put(coding.takeBlock(), cancellation)
    }

    /// Returns when every event is in the draft.
    func finish() throws {
        let last = coding.takeBlock()
        if let pipeline {
            if last.count > 0 { try pipeline.put(last, cancellation) }
            try pipeline.finish(cancellation)
            self.pipeline = nil
        } else if last.count > 0 {
            try tick()
            try check.check(last)
            try tick()
            try stream.hand(last)
            if last.count > 0 { try makeDraft(isLarge: false).pages.append(last) }
        }
        try tick()
    }

    /// Calls `body` with a database that has all the events: `database`, or what takes its place when `body` returns; and
    /// with a connection that has them in a rehearsal too.
    func store<Result>(
        in database: Database,
        _ connection: OpaquePointer,
        _ body: (Database, OpaquePointer, _ events: OpaquePointer) throws -> Result
    ) throws -> Result {
        guard let draft, check.stored > 0 else { return try body(database, connection, connection) }
        return try draft.finish(database, connection, cancellation: cancellation, body)
    }

    /// Ends every thread, whatever was left to do: the connection is free for undoing the import.
    func stop() {
        pipeline?.stop()
        pipeline = nil
    }

    private func tick() throws {
        try cancellation.check()
    }

    /// The pipeline's threads have no connection: what has to be known of the store is read now.
    private func start() throws -> ImportPipeline {
        try names.load(connection)
        try storedKeys.load()
        try numbers.load()
        return ImportPipeline(check: check, stream: stream, pages: try makeDraft(isLarge: true).pages)
    }

    private func makeDraft(isLarge: Bool) throws -> EventDraft {
        let draft = try EventDraft(
            connection,
            store: path,
            mayReplaceStore: isLarge,
            isRehearsal: isRehearsal
        )
        self.draft = draft
        return draft
    }
}
