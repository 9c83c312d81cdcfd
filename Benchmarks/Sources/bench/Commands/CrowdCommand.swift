import ArgumentParser
import Foundation

/// `bench crowd`: many dashboards on one store, and an import meanwhile.
struct CrowdCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crowd",
        abstract: "Opens many dashboards on one store: their memory, a question beside them, an import under them.",
        discussion: "It works on a copy of the store, which it makes beside it and removes."
    )

    @Argument(help: "A store.") var store: String
    @Option(help: "The cxm program.") var cxm = "cxm"
    @Option(help: "How many dashboards.") var dashboards = 20
    @Option(name: .customLong("import"), help: "A table of events to import meanwhile.") var file: String?
    @Option(help: "How often the question is asked.") var rounds = 11

    func run() throws {
        print(Machine.text)
        let copy = store + "-crowd"
        StoreFiles.remove(copy)
        try StoreFiles.copy(store, to: copy)
        defer { StoreFiles.remove(copy) }
        let folder = try TemporaryFolder()
        var table = MarkdownTable("\(dashboards) dashboards on one store", "")

        let alone = try question(copy)
        let crowd = try Crowd(dashboards, store: copy, cxm: cxm, home: folder)
        table.add("all opened within, s", Figure.seconds(crowd.openedWithin))
        let memory = crowd.memory()
        table.add("private memory of all, written, MB", Figure.megabytes(memory.dirty))
        table.add("private memory of all, files mapped by one alone, MB", Figure.megabytes(memory.clean))
        table.add("cxm show funnel with none open, median ms", Figure.milliseconds(alone.median))
        table.add("cxm show funnel beside them, median ms", Figure.milliseconds(try question(copy).median))
        if let file {
            let map = try folder.write(TownMapping.events, to: "events.toml")
            let news = try crowd.import([cxm, "import", file, "--store", copy, "--map", map])
            table.add("import meanwhile, s", Figure.seconds(news.importing.wall))
            table.add("dashboards that drew the new data", "\(news.drawn.values.count) of \(dashboards)")
            table.add("first of them, s after the import's end", Figure.seconds(news.drawn.least))
            table.add("median", Figure.seconds(news.drawn.median))
            table.add("last", Figure.seconds(news.drawn.most))
        }
        table.add("dashboards that failed", "\(crowd.quit())")
        print(table.text)
    }

    /// Seconds from start to end.
    private func question(_ store: String) throws -> Samples {
        var wall = Samples()
        for _ in 0..<rounds { wall.add(try ChildProcess([cxm] + TownFunnel.command(store: store)).success().use.wall) }
        return wall
    }
}
