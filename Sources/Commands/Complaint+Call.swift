import ArgumentParser
import Foundation
import JourneyModel
import JourneyStore

extension Complaint {
    /// What to say about `error`, which ended the call: one of ours, or the parser's of a call that was wrong.
    ///
    /// - Parameter arguments: the command line.
    init(about error: any Error, arguments: [String]) {
        if let known = Complaint(known: error) {
            self = known
            return
        }
        let (path, command) = CxmCommand.called(by: arguments)
        var hint =
            command.configuration.subcommands.isEmpty ? "see: \(path) --help" : CxmCommand.choices(of: command)
        if let file = arguments.first(where: { $0.hasPrefix("-") && FileManager.default.fileExists(atPath: $0) }) {
            hint = "if you mean the file, write \(ShellWord.quoted(StorePath.plain(file)))\n" + hint
        }
        self.init(CxmCommand.message(for: error), hint: hint)
    }
}

extension CxmCommand {
    /// The subcommands of `command`, as a hint.
    static func choices(of command: any ParsableCommand.Type) -> String {
        "choose one of: " + command.configuration.subcommands.map { $0._commandName }.joined(separator: ", ")
    }

    /// The command that `arguments` call, as far as they name one, and its names: `cxm show funnel`.
    fileprivate static func called(by arguments: [String]) -> (path: String, command: any ParsableCommand.Type) {
        var path = "cxm"
        var command: any ParsableCommand.Type = CxmCommand.self
        for argument in arguments {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == argument }) else {
                break
            }
            path += " " + argument
            command = next
        }
        return (path, command)
    }
}
