#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Projection {
    /// Runs `body` over all subjects, split into ranges over the cores; each worker has an accumulator of its own,
    /// and the results come back in no order that means anything, so what joins them must not depend on it.
    ///
    /// - Throws: `CancellationError` soon after the task is cancelled: it is looked at before every range, which is
    ///   at most 4,096 subjects or 65,536 events long (a single subject is never split).
    func scan<Accumulator: Sendable>(
        into start: @escaping @Sendable () -> Accumulator,
        _ body: @escaping @Sendable (inout Accumulator, Range<Int>) throws -> Void
    ) async throws -> [Accumulator] {
        try await scan(into: start, body, result: { $0 })
    }

    /// The same with an accumulator that never leaves its worker: only what `result` makes of it does.
    func scan<Accumulator, Result: Sendable>(
        into start: @escaping @Sendable () -> Accumulator,
        _ body: @escaping @Sendable (inout Accumulator, Range<Int>) throws -> Void,
        result: @escaping @Sendable (Accumulator) -> Result
    ) async throws -> [Result] {
        let ranges = scanRanges()
        let workers = min(ranges.count, ProcessInfo.processInfo.activeProcessorCount)
        return try await withThrowingTaskGroup(of: Result.self) { group in
            for worker in 0..<workers {
                group.addTask { [self] in
                    var accumulator = start()
                    for index in stride(from: worker, to: ranges.count, by: workers) {
                        try Task.checkCancellation()
                        try withExtendedLifetime(self) { try body(&accumulator, ranges[index]) }
                    }
                    return result(accumulator)
                }
            }
            var all: [Result] = []
            for try await part in group { all.append(part) }
            return all
        }
    }

    private func scanRanges() -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var first = 0
        while first < subjects {
            var next = first + 1
            while next < subjects, next - first < 4096, start(of: next + 1) - start(of: first) <= 65_536 { next += 1 }
            ranges.append(first..<next)
            first = next
        }
        return ranges
    }
}
