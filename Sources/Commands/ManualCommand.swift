import ArgumentParser
import Foundation

/// `cxm manual`: the manual page, for whoever installs the program.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "The manual page, as man reads it.",
        discussion: "Example: cxm manual > cxm.1 && man ./cxm.1",
        shouldDisplay: false
    )

    func run() throws {
        // The parser's own description of every command is the only place where options are described.
        let description = try JSONDecoder().decode(
            CommandDescription.Tool.self,
            from: Data(CxmCommand._dumpHelp().utf8)
        )
        StandardStreams.out(ManualPage(description.command).text)
    }
}
