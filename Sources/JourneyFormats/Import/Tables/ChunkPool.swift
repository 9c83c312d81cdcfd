import Foundation

/// Threads that read the chunks of a table, and hand out what they read in the order of the file. Few chunks are under way
/// at a time: where the consumer is slow, the threads wait.
final class ChunkPool: @unchecked Sendable {
    struct Item {
        var chunk: TableChunk
        var reading: ChunkReading
    }

    private let form: TableForm
    private let threads: Int
    /// Held by the thread that reads on in the file.
    private let sourceLock = NSLock()
    private let chunks: TableChunks
    /// Guards everything below, and is signalled when any of it changes.
    private let state = NSCondition()
    private var finished: [Int: Result<Item?, any Error>] = [:]
    private var idle: [PaddedBytes] = []
    private var taken = 0
    private var handedOut = 0
    private var isStopped = false

    init(_ chunks: TableChunks, form: TableForm, threads: Int) {
        self.chunks = chunks
        self.form = form
        self.threads = threads
    }

    /// Calls `body` with every chunk and what was read of it, in order.
    ///
    /// - Parameter whileWaiting: called now and then while nothing is there to be handed out.
    /// - Throws: what the file's reading, `body` and `whileWaiting` throw.
    func forEach(whileWaiting: () throws -> Void, _ body: (Item) throws -> Void) throws {
        for _ in 0..<threads { Thread { [self] in work() }.start() }
        defer { stop() }
        while let item = try next(whileWaiting) {
            try body(item)
            give(back: item.chunk.bytes)
        }
    }

    private func next(_ whileWaiting: () throws -> Void) throws -> Item? {
        while true {
            try whileWaiting()
            state.lock()
            if finished[handedOut] == nil { _ = state.wait(until: Date(timeIntervalSinceNow: 0.1)) }
            let result = finished.removeValue(forKey: handedOut)
            state.unlock()
            if let result { return try result.get() }
        }
    }

    /// A chunk's memory may be used again, and another chunk be read.
    private func give(back bytes: PaddedBytes) {
        state.lock()
        idle.append(bytes)
        handedOut += 1
        state.broadcast()
        state.unlock()
    }

    private func stop() {
        state.lock()
        isStopped = true
        state.broadcast()
        state.unlock()
    }

    private func work() {
        var reader: ChunkReader?
        while let chunk = take() {
            if reader == nil { reader = ChunkReader(form) }
            let isASCII = chunk.isASCII
            let region = CSVRegion(chunk.bytes, limit: chunk.limit, isAtEnd: chunk.isLast, isASCII: isASCII)
            if let reading = reader?.read(region) {
                finish(chunk.number, .success(Item(chunk: chunk, reading: reading)))
            }
        }
    }

    /// The next chunk of the file; nil where there is none, or nobody wants it.
    private func take() -> TableChunk? {
        sourceLock.lock()
        defer { sourceLock.unlock() }
        guard let bytes = memory() else { return nil }
        let number = taken
        do {
            guard let chunk = try chunks.next(bytes) else {
                finish(number, .success(nil))
                return nil
            }
            taken += 1
            return chunk
        } catch {
            stop()
            finish(number, .failure(error))
            return nil
        }
    }

    /// Memory for a chunk, as soon as few enough are under way; nil where no more are wanted.
    private func memory() -> PaddedBytes? {
        state.lock()
        defer { state.unlock() }
        while !isStopped, taken >= handedOut + threads + 2 { state.wait() }
        if isStopped { return nil }
        return idle.popLast() ?? PaddedBytes(capacity: 0)
    }

    private func finish(_ number: Int, _ result: Result<Item?, any Error>) {
        state.lock()
        finished[number] = result
        state.broadcast()
        state.unlock()
    }
}

extension TableChunk {
    fileprivate var isASCII: Bool { CSVRegion(bytes, isAtEnd: false).isASCII(0..<bytes.count) }
}
