import ArgumentParser
import JourneyModel
import Reports

/// One view of `cxm show`: a question to an analyst, and how the answer is printed.
protocol ShowView: AsyncParsableCommand {
    associatedtype Answer: Reportable

    var store: StoreOptions { get }
    var scope: ScopeOptions { get }
    var output: OutputOptions { get }

    func answer(of analyst: any JourneyAnalyst, scope: Scope) async throws -> Answer
}

extension ShowView {
    func run() async throws {
        // What is wrong with the call is said before a large store is read.
        try scope.check()
        try output.check()
        let protection = try self.scope.publicity.protection(output.config)
        let opened = try await OpenedSource(opening: store.path(), protection)
        let reading = try await opened.read(progress: output.progress)
        let answer = try await answer(of: reading.analyst, scope: try await scope.scope(of: reading.analyst))
        try output.show(answer, from: ReportOrigin(store: opened.name, isDemo: reading.isDemo), protection)
    }
}
