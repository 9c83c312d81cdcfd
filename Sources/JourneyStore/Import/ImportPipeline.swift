internal import Foundation

/// The threads of a large import: one takes duplicates out of blocks and hands on what is left, one writes it. Whoever reads
/// the file goes on meanwhile, and waits when it is some blocks ahead.
final class ImportPipeline: @unchecked Sendable {
    private let check: BlockCheck
    private let stream: EventStream
    private let pages: EventPages
    private let toCheck = BlockQueue()
    private let toWrite = BlockQueue()
    private let running = DispatchGroup()
    private let lock = NSLock()
    private var failure: (any Error)?

    init(check: BlockCheck, stream: EventStream, pages: EventPages) {
        self.check = check
        self.stream = stream
        self.pages = pages
        start("cxm check") { [self] in try checkBlocks() }
        start("cxm write") { [self] in try writeBlocks() }
    }

    /// Waits where too many blocks are under way.
    ///
    /// - Throws: what went wrong with an earlier block; `CancellationError` where `isCancelled` says so meanwhile.
    func put(_ block: EventBlock, isCancelled: () -> Bool) throws {
        while !toCheck.put(block, for: ImportPipeline.patience) {
            try throwFailure()
            if isCancelled() { throw CancellationError() }
        }
        try throwFailure()
    }

    /// Returns when every block is written.
    func finish(isCancelled: () -> Bool) throws {
        toCheck.close()
        while running.wait(timeout: .now() + ImportPipeline.patience) == .timedOut {
            if isCancelled() { throw CancellationError() }
        }
        try throwFailure()
    }

    /// Returns when no thread is at work any more, whatever was left to do.
    func stop() {
        toCheck.stop()
        toWrite.stop()
        running.wait()
    }

    /// Seconds between two looks at whether to go on.
    private static let patience = 0.05

    private func start(_ name: String, _ work: @escaping @Sendable () throws -> Void) {
        running.enter()
        let thread = Thread { [self] in
            do {
                try work()
            } catch {
                lock.withLock { failure = failure ?? error }
                toCheck.stop()
                toWrite.stop()
            }
            running.leave()
        }
        thread.name = name
        thread.start()
    }

    private func checkBlocks() throws {
        while let block = toCheck.take() {
            try check.check(block)
            try stream.hand(block)
            if block.count > 0 { toWrite.put(block) }
        }
        toWrite.close()
    }

    private func writeBlocks() throws {
        while let block = toWrite.take() { try pages.append(block) }
    }

    private func throwFailure() throws {
        if let failure = lock.withLock({ failure }) { throw failure }
    }
}

/// Blocks on their way from one thread to another, one at most.
private final class BlockQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var blocks: [EventBlock] = []
    private var isClosed = false

    /// False where there was no room for so many seconds. A queue that was stopped has room for anything, and loses it.
    func put(_ block: EventBlock, for seconds: Double) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        let limit = Date(timeIntervalSinceNow: seconds)
        while !blocks.isEmpty && !isClosed {
            if !condition.wait(until: limit) && !blocks.isEmpty && !isClosed { return false }
        }
        if !isClosed { blocks.append(block) }
        condition.broadcast()
        return true
    }

    func put(_ block: EventBlock) {
        while !put(block, for: 60) {}
    }

    /// The next block; nil once the queue is closed and empty.
    func take() -> EventBlock? {
        condition.lock()
        defer { condition.unlock() }
        while blocks.isEmpty && !isClosed { condition.wait() }
        defer { condition.broadcast() }
        return blocks.isEmpty ? nil : blocks.removeFirst()
    }

    /// Nothing is put any more.
    func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        condition.broadcast()
    }

    /// What is in it is lost.
    func stop() {
        condition.lock()
        defer { condition.unlock() }
        blocks = []
        isClosed = true
        condition.broadcast()
    }
}
