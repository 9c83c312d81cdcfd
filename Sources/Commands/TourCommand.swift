import ArgumentParser
import Dashboard
import Foundation
import JourneyModel

/// `cxm tour`: a walk through the screens with captions, from a script that anyone can write (docs/TOUR.md).
struct TourCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour",
        abstract: "A walk through the screens with captions.",
        discussion: """
            Without a script: the tour of the demo town. A store stands for the demo's; the word demo is either of the two.
            Keys: right or Enter goes on, left goes back, space pauses, d leaves for the dashboard, q quits.
            Example: cxm tour quarter.tour town.cxm --keys
            """
    )

    @Argument(help: ArgumentHelp("A script, or demo.", valueName: "script")) var script = "demo"
    @Argument(help: ArgumentHelp("The store, or demo; --store and CXM_STORE stand in for it.", valueName: "store"))
    var path: String?
    @Flag(help: "Say what is wrong with the script, and show nothing; with a store, try every step on it.") var check =
        false
    @Flag(help: "Print the script, to begin one of your own with.") var print = false
    @OptionGroup(title: "Store") var store: StoreOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Presentation") var presentation: PresentationOptions

    func validate() throws {
        if path != nil, store.store != nil { throw ValidationError("Two stores were named; leave one of them away.") }
        if check, print { throw ValidationError("--check and --print exclude each other.") }
    }

    func run() async throws {
        let file = try TourFile(named: script)
        if print { return StandardStreams.out(file.text) }
        if check { return try await check(file) }
        let tour = try file.whole()
        var options = try await dashboard()
        options.tour = tour
        try await OpenCommand.open(options)
    }

    /// What the dashboard is opened with: the store that was named, else the demo.
    private func dashboard() async throws -> DashboardOptions {
        if let named = try namedStore() {
            return try await presentation.dashboard(store: named, scope: scope, publicity: scope.publicity)
        }
        let environment = ProcessInfo.processInfo.environment
        let demo = DemoStore(people: nil, seed: nil, folders: UserFolders(environment: environment))
        try demo.makeIfNeeded(environment: environment)
        var options = try await presentation.dashboard(store: demo.path, scope: scope, publicity: scope.publicity)
        options.usualPeriod = demo.usualPeriod
        return options
    }

    /// Nil: the demo.
    private func namedStore() throws -> String? {
        let named = try store.pathIfNamed(path)
        return named == "demo" ? nil : named
    }

    private func check(_ file: TourFile) async throws {
        var problems = file.problems
        var tried = ""
        if problems.isEmpty, path != nil || store.store != nil {
            let options = try await dashboard()
            problems = try await TourTrial(file.script, options).problems()
            tried = ", tried on \(options.store)"
        }
        for problem in problems {
            StandardStreams.note("\(file.name):\(problem.line): \(problem.message)\n  \(problem.hint)")
        }
        guard problems.isEmpty else {
            let count = problems.count == 1 ? "one thing is" : "\(problems.count) things are"
            throw Complaint("\(count) wrong with \(file.name)", hint: "docs/TOUR.md says how to write one", status: 1)
        }
        let stops = file.script.stops
        StandardStreams.out("\(file.name): \(stops) \(stops == 1 ? "stop" : "stops"), nothing wrong\(tried)\n")
    }
}
