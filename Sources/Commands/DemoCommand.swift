import ArgumentParser
import Canvas
import DemoTown
import Foundation
import JourneyModel

/// `cxm demo`: a store of made-up data, to try everything.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "The dashboard with made-up data: the town of Riverbend.",
        discussion: """
            The store is made once, in XDG_DATA_HOME (~/.local/share) under cxm, and says DEMO DATA on every screen.
            Example: cxm show funnel --step start submit --store "$(cxm demo --path)"
            """
    )

    @Option(help: "How many people live there.") var people: Int?
    @Option(help: "Another town of the same kind.") var seed: UInt64?
    @Flag(help: "Print where the store is, and open nothing.") var path = false
    @OptionGroup(title: "Presentation") var presentation: PresentationOptions
    @OptionGroup var publicity: PublicOption

    func validate() throws {
        if let people, !(1...10_000_000).contains(people) {
            throw ValidationError("--people must lie between 1 and 10,000,000.")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let demo = DemoStore(people: people, seed: seed, folders: UserFolders(environment: environment))
        try demo.makeIfNeeded(environment: environment)
        if path {
            StandardStreams.out(demo.path + "\n")
        } else {
            var options = try await presentation.dashboard(store: demo.path, publicity: publicity)
            options.usualPeriod = demo.usualPeriod
            try await OpenCommand.open(options)
        }
    }
}
