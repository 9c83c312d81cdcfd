import ArgumentParser
import Foundation
import JourneyArchive
import JourneyIndex

/// `bench answers`: the co-process for a comparison that asks several engines the same questions in turn.
struct AnswersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers",
        abstract: "Reads Q1 to Q6 from standard input, a line each, and answers each with one line of JSON.",
        discussion: "The store is opened once, and every answer is worked out anew."
    )

    @Argument(help: "A store.") var store: String

    func run() async throws {
        let analyst = ColumnarAnalyst(try Archive(path: store, cacheFolder: nil).index())
        while let line = readLine() {
            guard let question = PeerQuestion(rawValue: line) else { throw Complaint("'\(line)' is none of Q1 to Q6") }
            print(AnswerRow.json(try await question.rows(of: analyst)))
            fflush(nil)
        }
    }
}
