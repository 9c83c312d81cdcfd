import ArgumentParser

/// `bench open`: how long a person waits from the program's start.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Times cxm from its start to a printed answer, and to the dashboard's first frame with figures in it."
    )

    @Argument(help: "A store.") var store: String
    @Option(help: "The cxm program.") var cxm = "cxm"
    @Option(help: "How often each is started.") var runs = 11

    func run() throws {
        print(Machine.text)
        var table = MarkdownTable("from the program's start", "median ms", "least ms", "processor ms")
        try addAnswer(to: &table)
        let dashboard = try addDashboard(to: &table)
        print(table.text)
        print(
            """
            The dashboard, \(PseudoTerminal.Size.usual.columns) x \(PseudoTerminal.Size.usual.rows): \(Figure.count(Int(dashboard.bytes.median))) bytes \
            until the frame with figures. Its processor time is that until it has answered everything and ended. At rest: \(Figure.megabytes(Int(dashboard.dirty.median))) MB of private memory \
            written, \(Figure.megabytes(Int(dashboard.clean.median))) MB of files that nobody else has mapped.

            """
        )
    }

    private func addAnswer(to table: inout MarkdownTable) throws {
        var wall = Samples()
        var processor = Samples()
        for _ in 0..<runs {
            let use = try ChildProcess([cxm] + TownFunnel.command(store: store)).success().use
            wall.add(use.wall)
            processor.add(use.processor)
        }
        add("cxm show funnel, to its end", wall, processor, to: &table)
    }

    /// - Returns: the timing of a dashboard opened for the first time.
    private func addDashboard(to table: inout MarkdownTable) throws -> DashboardTiming {
        var new = DashboardTiming()
        for _ in 0..<runs { try new.open(store, cxm: cxm, home: TemporaryFolder()) }
        add("cxm STORE, to the first bytes of a frame", new.first, new.processor, to: &table)
        add("cxm STORE for the first time, to the frame with figures", new.figures, new.processor, to: &table)

        let home = try TemporaryFolder()
        var left = DashboardTiming()
        try left.open(store, cxm: cxm, home: home)
        var again = DashboardTiming()
        for _ in 0..<runs { try again.open(store, cxm: cxm, home: home) }
        add("cxm STORE where it was left before, to the frame with figures", again.figures, again.processor, to: &table)
        return new
    }

    private func add(_ title: String, _ wall: Samples, _ processor: Samples, to table: inout MarkdownTable) {
        table.add(
            title,
            Figure.milliseconds(wall.median),
            Figure.milliseconds(wall.least),
            Figure.milliseconds(processor.median)
        )
    }
}
