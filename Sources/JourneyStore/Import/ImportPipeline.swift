internal import Foundation
internal import Threads

/// The threads of a large import: one takes duplicates out of blocks and hands on what is left, one writes it. Whoever reads
/// the file goes on meanwhile, and waits when it is some blocks ahead.
final class ImportPipeline: @unchecked Sendable {
    // Sendable: each thread has what it works with to itself.
    private let check: BlockCheck
    private let stream: EventStream
    private let pages: EventPages
    private let toCheck = BoundedPipe<EventBlock>()
    private let toWrite = BoundedPipe<EventBlock>()
    /// Its end is that of the work.
    private let written = BoundedPipe<Never>()
    private let running = DispatchGroup()

    init(check: BlockCheck, stream: EventStream, pages: EventPages) {
        self.check = check
        self.stream = stream
        self.pages = pages
        start("cxm check") { [self] in try checkBlocks() }
        start("cxm write") { [self] in try writeBlocks() }
    }

    /// Waits where too many blocks are under way.
    ///
    /// - Throws: what went wrong with an earlier block; `CancellationError`.
    func put(_ block: EventBlock, _ cancellation: Cancellation) throws {
        try toCheck.put(block, cancellation)
    }

    /// Returns when every block is written.
    ///
    /// - Throws: what went wrong with a block; `CancellationError`.
    func finish(_ cancellation: Cancellation) throws {
        toCheck.close()
        _ = try written.take(cancellation)
    }

    /// Returns when no thread is at work any more, whatever was left to do.
    func stop() {
        toCheck.stop()
        toWrite.stop()
        running.wait()
    }

    private func start(_ name: String, _ work: @escaping @Sendable () throws -> Void) {
        running.enter()
        let thread = Thread { [self] in
            do {
                try work()
            } catch {
                toCheck.fail(error)
                toWrite.fail(error)
                written.fail(error)
            }
            running.leave()
        }
        thread.name = name
        thread.start()
    }

    private func checkBlocks() throws {
        while let block = try toCheck.take() {
            try check.check(block)
            try stream.hand(block)
            if block.count > 0 { try toWrite.put(block) }
        }
        toWrite.close()
    }

    private func writeBlocks() throws {
        while let block = try toWrite.take() { try pages.append(block) }
        written.close()
    }
}
