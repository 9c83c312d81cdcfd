import ArgumentParser

/// `bench open`: how long a person waits from the program's start.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Times cxm from its start to a printed answer, and to the dashboard's first frame with figures in it."
    )

    /// Seconds without output after which a frame is whole.
    private static let frameGap = 0.01
    /// Seconds until a dashboard has come to rest.
    private static let rest = 0.3

    @Argument(help: "A store.") var store: String
    @Option(help: "The cxm program.") var cxm = "cxm"
    @Option(help: "How often each is started.") var runs = 11

    func run() throws {
        print(Machine.text)
        var table = MarkdownTable("from the program's start", "median ms", "least ms", "processor ms")
        try addAnswer(to: &table)
        let lines = try addDashboard(to: &table)
        print(table.text)
        print(lines)
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

    /// - Returns: what else there is to say of it.
    private func addDashboard(to table: inout MarkdownTable) throws -> String {
        let home = try TemporaryFolder()
        var (first, whole, processor) = (Samples(), Samples(), Samples())
        var (bytes, dirty, clean) = (Samples(), Samples(), Samples())
        for _ in 0..<runs {
            let dashboard = try Dashboard.open(store, cxm: cxm, home: home)
            try dashboard.wait(for: Dashboard.sign, seconds: Dashboard.patience)
            dashboard.waitForSilence(seconds: Self.frameGap)
            first.add((dashboard.firstOutput ?? .nan) - dashboard.process.start)
            whole.add((dashboard.lastOutput ?? .nan) - dashboard.process.start)
            bytes.add(Double(dashboard.output.count))
            dashboard.waitForSilence(seconds: Self.rest)
            let memory = ProcessMemory(of: dashboard.process.id)
            dirty.add(Double(memory.dirty))
            clean.add(Double(memory.clean))
            let end = dashboard.quit()
            guard end.status == 0 else { throw Complaint("the dashboard ended with status \(end.status)") }
            processor.add(end.use.processor)
        }
        add("cxm STORE, to the first bytes of a frame", first, nil, to: &table)
        add("cxm STORE, to the frame with figures (processor: to its end)", whole, processor, to: &table)
        return """
            The dashboard, \(PseudoTerminal.columns) x \(PseudoTerminal.rows): \(Figure.count(Int(bytes.median))) bytes sent \
            until then; \(Figure.megabytes(Int(dirty.median))) MB of private memory written, \
            \(Figure.megabytes(Int(clean.median))) MB of files that nobody else has mapped.

            """
    }

    private func add(_ title: String, _ wall: Samples, _ processor: Samples?, to table: inout MarkdownTable) {
        table.add(
            title,
            Figure.milliseconds(wall.median),
            Figure.milliseconds(wall.least),
            processor.map { Figure.milliseconds($0.median) } ?? ""
        )
    }
}
