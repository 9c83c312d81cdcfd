import ArgumentParser
import Foundation
import JourneyArchive
import JourneyIndex

/// `bench ask`: how long each question takes.
struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Times every question in this process, and how soon one that is cancelled ends."
    )

    @Argument(help: "A store.") var store: String
    @Option(help: "How often each question is asked again.") var rounds = 9

    func run() async throws {
        print(Machine.text)
        let archive = try Archive(path: store, cacheFolder: nil)
        let events = try archive.index().events
        var table = MarkdownTable(
            "question, \(Figure.count(events)) events",
            "first ms",
            "again, median ms",
            "least ms",
            "processor ms"
        )
        var slowest: (question: TimedQuestion, seconds: Double)?
        for question in TimedQuestion.all {
            let timing = try await QuestionTiming(question, archive: archive, rounds: rounds)
            table.add(
                question.title,
                Figure.milliseconds(timing.first),
                Figure.milliseconds(timing.again.median),
                Figure.milliseconds(timing.again.least),
                Figure.milliseconds(timing.processor.median)
            )
            if timing.again.median > slowest?.seconds ?? 0 { slowest = (question, timing.again.median) }
        }
        print(table.text)
        if let slowest {
            let ends = try await CancelTiming(slowest.question, archive: archive, rounds: rounds)
            print(
                "Cancelled after \(Figure.milliseconds(CancelTiming.delay)) ms, \"\(slowest.question.title)\" ended within "
                    + "\(Figure.milliseconds(ends.seconds.median)) ms (median; at most "
                    + "\(Figure.milliseconds(ends.seconds.most)) ms) in \(ends.seconds.values.count) of \(rounds) trials; "
                    + "in the others it was over before.\n"
            )
        }
    }
}
