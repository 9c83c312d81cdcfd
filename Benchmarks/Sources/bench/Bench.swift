import ArgumentParser
import Foundation

/// Makes data, and measures what cxm takes to import it, to answer and to open.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures cxm. Tables are printed in Markdown.",
        subcommands: [
            GenerateCommand.self, ImportCommand.self, ImportPartCommand.self, AnswersCommand.self, AskCommand.self,
            OpenCommand.self, ScreenCommand.self, CrowdCommand.self, CheckCommand.self,
        ]
    )
}

/// What keeps a measurement from being made: one sentence.
struct Complaint: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}
