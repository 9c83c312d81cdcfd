/// The dashboard opened and left, time and again.
struct DashboardTiming {
    /// Seconds without output after which a frame is whole.
    private static let frameGap = 0.01

    /// Seconds from the program's start to the first bytes, and to the last of the first frame with figures.
    private(set) var first = Samples()
    private(set) var figures = Samples()
    /// Bytes sent until then.
    private(set) var bytes = Samples()
    /// Seconds of all cores from start to end, everything on the screen answered.
    private(set) var processor = Samples()
    /// Private memory once it rests, in bytes: what it has written, and files that nobody else has mapped.
    private(set) var dirty = Samples()
    private(set) var clean = Samples()

    /// - Throws: `Complaint` where it shows no figures, or ends badly.
    mutating func open(_ store: String, cxm: String, home: TemporaryFolder) throws {
        let dashboard = try Dashboard.open(store, cxm: cxm, home: home)
        try dashboard.wait(for: Dashboard.sign, seconds: Dashboard.patience)
        dashboard.waitForSilence(seconds: Self.frameGap)
        first.add((dashboard.firstOutput ?? .nan) - dashboard.process.start)
        figures.add((dashboard.lastOutput ?? .nan) - dashboard.process.start)
        bytes.add(Double(dashboard.output.count))
        PseudoTerminal.waitForRest([dashboard])
        let memory = ProcessMemory(of: dashboard.process.id)
        dirty.add(Double(memory.dirty))
        clean.add(Double(memory.clean))
        let end = dashboard.quit()
        guard end.status == 0 else { throw Complaint("the dashboard ended with status \(end.status)") }
        processor.add(end.use.processor)
    }
}
