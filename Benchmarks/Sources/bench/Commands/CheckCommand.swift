import ArgumentParser
import JourneyArchive
import JourneyIndex

/// `bench check`: whether what is fast is right.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Answers the six questions the slow way, from the files, and compares. For a million events or so.",
        discussion: "Ends with 1 where an answer differs."
    )

    @Argument(help: "The table of events that was imported.") var file: String
    @Argument(help: "The store.") var store: String

    func run() async throws {
        let reference = try Reference(events: file)
        let analyst = ColumnarAnalyst(try Archive(path: store, cacheFolder: nil).index())
        var table = MarkdownTable("question", "rows", "agree")
        var differs = false
        for question in PeerQuestion.allCases {
            let expected = reference.rows(question)
            let agrees = try await question.rows(of: analyst) == expected
            differs = differs || !agrees
            table.add("\(question.rawValue) \(question.title)", "\(expected.count)", agrees ? "yes" : "NO")
        }
        print(table.text)
        if differs { throw ExitCode(1) }
    }
}
