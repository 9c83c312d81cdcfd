import ArgumentParser
import Canvas
import Foundation
import JourneyFormats
import JourneyModel
import JourneyStore
import Terminal

extension Complaint {
    /// What to say about `error`: every error of ours knows its message and its hint.
    ///
    /// - Parameter arguments: the command line, for the hint where the call itself was wrong.
    init(about error: any Error, arguments: [String] = []) {
        if let limit = Self.limitReached {
            self = limit
            return
        }
        switch error {
        case let complaint as Complaint: self = complaint
        case WholeFile.Failure.complaint(let complaint): self = complaint
        case let error as ParsingError: self.init(error.message, hint: error.hint)
        case let error as AnalysisError: self.init(error.message, hint: error.hint)
        case let error as ImportError: self.init(error.message, hint: error.hint)
        case let error as StoreError: self.init(error.message, hint: error.hint)
        case let error as ErasureError: self.init(error.message, hint: error.hint)
        case let error as ThemeError: self.init(error.description, hint: error.hint)
        case let error as TerminalError: self.init(error.description, hint: error.hint)
        case is CancellationError:
            self.init("stopped", hint: "nothing was changed", status: 128 + (Interrupt.signal ?? 2))
        default:
            let (path, command) = CxmCommand.called(by: arguments)
            let help = "see: \(path) --help"
            var hint = command.configuration.subcommands.isEmpty ? help : CxmCommand.choices(of: command)
            if let file = arguments.first(where: { $0.hasPrefix("-") && FileManager.default.fileExists(atPath: $0) }) {
                hint = "if you mean the file, write \(ShellWord.quoted(StorePath.plain(file)))\n" + hint
            }
            self.init(CxmCommand.message(for: error), hint: hint)
        }
    }
}

extension Complaint {
    /// The time that the system gives the process is used up: what then fails is no fault of what it worked on.
    private static var limitReached: Complaint? {
        guard Interrupt.signal == SIGXCPU else { return nil }
        return Complaint(
            "stopped: the time to compute is used up",
            hint: "nothing was changed; raise the limit with: ulimit -t",
            status: 128 + SIGXCPU
        )
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
