import Foundation
import Threads

/// Threads that read the chunks of a table, and hand out what they read in the order of the file. Few chunks are under way
/// at a time: where the consumer is slow, the threads wait.
final class ChunkPool: @unchecked Sendable {
    // Sendable: the file is read under `sourceLock`, and `idle` is changed under `idleLock`.
    struct Item {
        var chunk: TableChunk
        var reading: ChunkReading
    }

    /// Where the thread that reads a chunk puts what it read.
    private typealias Place = BoundedPipe<Item>

    private let form: TableForm
    private let threads: Int
    private let sourceLock = NSLock()
    private let chunks: TableChunks
    private var isAtEnd = false
    /// In the order of the file.
    private let places: BoundedPipe<Place>
    private let idleLock = NSLock()
    private var idle: [PaddedBytes] = []

    init(_ chunks: TableChunks, form: TableForm, threads: Int) {
        self.chunks = chunks
        self.form = form
        self.threads = threads
        // One for each thread, and one to go on with.
        places = BoundedPipe(capacity: threads + 1)
    }

    /// Calls `body` with every chunk and what was read of it, in order.
    ///
    /// - Throws: what the file's reading and `body` throw; `CancellationError`.
    func forEach(_ cancellation: Cancellation, _ body: (Item) throws -> Void) throws {
        for _ in 0..<threads { Thread { [self] in work() }.start() }
        defer { places.stop() }
        while let place = try places.take(cancellation), let item = try place.take(cancellation) {
            try body(item)
            idleLock.withLock { idle.append(item.chunk.bytes) }
        }
    }

    private func work() {
        var reader: ChunkReader?
        while let (chunk, place) = next() {
            if reader == nil { reader = ChunkReader(form) }
            let isASCII = chunk.isASCII
            let region = CSVRegion(chunk.bytes, limit: chunk.limit, isAtEnd: chunk.isLast, isASCII: isASCII)
            if let reading = reader?.read(region) { _ = try? place.put(Item(chunk: chunk, reading: reading)) }
        }
    }

    /// The next chunk of the file, and where to put what it says; nil where there is none, or nobody wants it.
    private func next() -> (TableChunk, Place)? {
        sourceLock.lock()
        defer { sourceLock.unlock() }
        let place = Place()
        guard !isAtEnd, (try? places.put(place)) == true else { return nil }
        do {
            let memory = idleLock.withLock { idle.popLast() } ?? PaddedBytes(capacity: 0)
            if let chunk = try chunks.next(memory) { return (chunk, place) }
            place.close()
        } catch {
            place.fail(error)
        }
        isAtEnd = true
        return nil
    }
}

extension TableChunk {
    fileprivate var isASCII: Bool { CSVRegion(bytes, isAtEnd: false).isASCII(0..<bytes.count) }
}
