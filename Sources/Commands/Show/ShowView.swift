import ArgumentParser
import JourneyArchive
import JourneyModel
import Reports

/// One view of `cxm show`: a question to an analyst, and how the answer is printed.
protocol View: AsyncParsableCommand {
    associatedtype Answer: Reportable

    var store: StoreOptions { get }
    var scope: ScopeOptions { get }
    var output: OutputOptions { get }

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> Answer
}

extension View {
    func run() async throws {
        // What is wrong with the call is said before a large store is read.
        let scope = try scope.scope()
        try output.check()
        let protection = try self.scope.publicity.protection(output.config)
        let opened = try OpenedStore(path: store.path(), protection)
        let (analyst, isDemo) = try opened.analyst(progress: output.progress)
        let answer = try await answer(of: analyst, scope: scope)
        try output.show(answer, from: ReportOrigin(store: opened.name, isDemo: isDemo), protection)
    }
}
