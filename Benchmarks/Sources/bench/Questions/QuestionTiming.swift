import JourneyArchive
import JourneyIndex
import JourneyModel

/// How long one question takes: of an index just opened, whose columns are mapped and checked then, and again.
struct QuestionTiming {
    /// Seconds.
    private(set) var first: Double
    private(set) var again = Samples()
    /// Seconds of all cores while it was asked again.
    private(set) var processor = Samples()

    /// - Throws: what the question throws; `IndexFault` where the index beside the store cannot be opened.
    init(_ question: TimedQuestion, archive: Archive, rounds: Int) async throws {
        let analyst = ColumnarAnalyst(try IndexFolder.beside(store: archive.path, number: archive.stamp().store).open())
        let start = Use.now
        try await question.ask(analyst)
        first = (Use.now - start).wall
        for _ in 0..<rounds {
            let start = Use.now
            try await question.ask(analyst)
            let use = Use.now - start
            again.add(use.wall)
            processor.add(use.processor)
        }
    }
}
