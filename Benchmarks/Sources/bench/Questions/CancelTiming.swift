import JourneyArchive
import JourneyIndex

/// How soon a question ends that is cancelled in the middle, as by the next key press.
struct CancelTiming {
    /// Seconds from the question to its being cancelled.
    static let delay = 0.005

    /// Seconds from the cancelling to the end; of trials in which there was something left to cancel.
    private(set) var seconds = Samples()

    /// - Throws: what the question throws but for `CancellationError`.
    init(_ question: TimedQuestion, archive: Archive, rounds: Int) async throws {
        let analyst = ColumnarAnalyst(try archive.index())
        try await question.ask(analyst)
        for _ in 0..<rounds {
            let task = Task.detached { try await question.ask(analyst) }
            try await Task.sleep(for: .seconds(CancelTiming.delay))
            let start = Clock.seconds
            task.cancel()
            do {
                try await task.value
            } catch is CancellationError {
                seconds.add(Clock.seconds - start)
            }
        }
    }
}
