import ArgumentParser
import Foundation
import OwnFiles
import Terminal

/// The program: reads the command line, runs the command, and turns whatever goes wrong into one sentence, one hint and
/// an exit status.
public enum Cxm {
    /// Does what the process's arguments say, and ends the process.
    public static func main() async -> Never {
        EndingSignals.failFullFiles()
        // Who looks for a crash asks for the runtime's report (swift.org, "Backtracing support").
        if ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"] == nil { EndingSignals.crashQuietly() }
        // Files of an index may be cut while they are read.
        FileMapping.survive()
        EndingSignals.rescue(by: FileMapping.rescuer)
        exit(await status(of: Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs the command that `arguments` name and returns the exit status.
    private static func status(of arguments: [String]) async -> Int32 {
        do {
            try UnreadableName.check()
            var command = try CxmCommand.parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            // Whoever read what was printed has gone: said by the status alone, as every program does.
            return Interrupt.signal == SIGPIPE ? 128 + SIGPIPE : 0
        } catch let code as ExitCode {
            return code.rawValue
        } catch {
            // Help and the version are asked for by throwing too; they are no errors and go to standard output.
            if CxmCommand.exitCode(for: error) == .success {
                StandardStreams.out(CxmCommand.fullMessage(for: error) + "\n")
                return 0
            }
            let complaint = Complaint(about: error, arguments: arguments)
            StandardStreams.complain(complaint)
            return complaint.status
        }
    }
}
