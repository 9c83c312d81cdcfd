import ArgumentParser
import Foundation
import JourneyArchive
import JourneyIndex

/// `bench ask`: how long each question takes, and how much memory.
struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Times every question in this process, and how soon it ends when it is cancelled."
    )

    @Argument(help: "A store.") var store: String
    @Option(help: "How often each question is asked again.") var rounds = 9
    @Option(help: "Only questions whose name begins so: Q1, paths.") var only: [String] = []

    func run() async throws {
        print(Machine.text)
        let archive = try Archive(path: store, cacheFolder: nil)
        let events = try archive.index().events
        var table = MarkdownTable(
            "question, \(Figure.count(events)) events",
            "first ms",
            "again, median ms",
            "least ms",
            "processor ms",
            "peak MB",
            "cancelled, ended after at most ms"
        )
        for question in TimedQuestion.all where only.isEmpty || only.contains(where: question.title.hasPrefix) {
            PeakMemory.restart()
            let timing = try await QuestionTiming(question, archive: archive, rounds: rounds)
            let peak = PeakMemory.bytes
            let ends = try await CancelTiming(question, archive: archive, rounds: rounds).seconds
            table.add(
                question.title,
                Figure.milliseconds(timing.first),
                Figure.milliseconds(timing.again.median),
                Figure.milliseconds(timing.again.least),
                Figure.milliseconds(timing.processor.median),
                peak.map(Figure.megabytes) ?? "",
                ends.values.isEmpty ? "" : Figure.milliseconds(ends.most)
            )
        }
        print(table.text)
        print(
            "Cancelled \(Figure.milliseconds(CancelTiming.delay)) ms after it was asked, where it takes longer than that.\n"
        )
    }
}
