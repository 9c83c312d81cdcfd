import JourneyModel

/// All events that count, as they lie in the index: those of the subjects of the store's own unit, subject by subject, and
/// those of nobody. Positions are rows, and nothing is copied.
struct LiveEvents: Sendable {
    let projection: Projection
    /// Rows of events that belong to nobody.
    let loose: [Range<Int>]

    /// Rows of events of nobody that are looked at between two looks at whether the task is cancelled.
    private static let part = 65_536

    init(_ bench: Workbench) {
        projection = bench.projection(bench.storedUnit)
        loose = bench.source.image.manifest.loose
    }

    /// Runs `subjects` over ranges of subjects on all cores, and `loose` over ranges of rows of nobody. What each worker made
    /// comes back in no order that means anything.
    ///
    /// - Throws: `CancellationError`.
    func scan<Accumulator, Result: Sendable>(
        into start: @escaping @Sendable () -> Accumulator,
        subjects: @escaping @Sendable (inout Accumulator, Range<Int>) throws -> Void,
        loose take: @escaping @Sendable (inout Accumulator, Range<Int>) throws -> Void,
        result: @escaping @Sendable (Accumulator) -> Result
    ) async throws -> [Result] {
        let parts = try await projection.scan(into: start, subjects, result: result)
        var rest = start()
        for range in loose {
            for from in stride(from: range.lowerBound, to: range.upperBound, by: LiveEvents.part) {
                try Task.checkCancellation()
                try take(&rest, from..<min(range.upperBound, from + LiveEvents.part))
            }
        }
        return parts + [result(rest)]
    }

    /// Runs `body` over ranges of rows, whosever they are.
    ///
    /// - Throws: `CancellationError`.
    func scanRows<Accumulator, Result: Sendable>(
        into start: @escaping @Sendable () -> Accumulator,
        _ body: @escaping @Sendable (inout Accumulator, Range<Int>) -> Void,
        result: @escaping @Sendable (Accumulator) -> Result
    ) async throws -> [Result] {
        try await scan(
            into: start,
            subjects: { [projection] accumulator, subjects in
                var from = projection.start(of: subjects.lowerBound)
                for subject in subjects where projection.isDead(subject) {
                    body(&accumulator, from..<projection.start(of: subject))
                    from = projection.start(of: subject + 1)
                }
                body(&accumulator, from..<projection.start(of: subjects.upperBound))
            },
            loose: body,
            result: result
        )
    }
}

extension Range<Int> {
    /// Calls `body` with one part after another, and looks between them whether the task is cancelled: one subject may have
    /// millions of events.
    @inline(__always)
    func inParts(_ body: (Range<Int>) throws -> Void) throws {
        let part = 16_384
        if count <= part { return try body(self) }
        for from in stride(from: lowerBound, to: upperBound, by: part) {
            try Task.checkCancellation()
            try body(from..<Swift.min(upperBound, from + part))
        }
    }
}
