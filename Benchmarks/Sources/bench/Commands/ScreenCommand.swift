import ArgumentParser

/// `bench screen`: what the dashboard sends to the terminal, and how soon.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Counts the bytes of frames, and times them from the key press."
    )

    /// The key that opens each.
    private static let screens = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

    @Argument(help: "A store.") var store: String
    @Option(help: "The cxm program.") var cxm = "cxm"
    @Option(help: "How often each key is pressed.") var presses = 10

    func run() throws {
        print(Machine.text)
        var table = MarkdownTable(
            "terminal",
            "key pressed",
            "median bytes",
            "most bytes",
            "to the painted frame, median ms",
            "most ms",
            "of the key"
        )
        var sentences: [String] = []
        for size in [PseudoTerminal.Size.usual, PseudoTerminal.Size(columns: 500, rows: 200)] {
            sentences.append(try measure(size, to: &table))
        }
        print(table.text)
        print(sentences.joined(separator: "\n"))
        print("\nEvery answer was known before: these are the times of taking a key, drawing and sending.\n")
    }

    /// - Returns: what a terminal of this size is sent besides.
    private func measure(_ size: PseudoTerminal.Size, to table: inout MarkdownTable) throws -> String {
        let name = "\(size.columns) x \(size.rows)"
        let dashboard = try Dashboard.open(store, cxm: cxm, home: TemporaryFolder(), size: size)
        try dashboard.wait(for: Dashboard.sign, seconds: Dashboard.patience)
        let first = dashboard.output.count
        PseudoTerminal.waitForRest([dashboard])
        let opening = dashboard.output.count
        // Once around, so that every screen's answer is there.
        for screen in Self.screens {
            dashboard.press(screen)
            PseudoTerminal.waitForRest([dashboard])
        }

        var (moves, changes, overlays, closing) = (KeyTiming(), KeyTiming(), KeyTiming(), KeyTiming())
        for screen in Self.screens {
            changes.press(screen, on: screen, in: dashboard)
            for _ in 0..<presses { moves.press("j", on: screen, in: dashboard) }
            for _ in 0..<presses { moves.press("k", on: screen, in: dashboard) }
            for key in ["?", "r", "i", ":"] {
                overlays.press(key, on: screen, in: dashboard)
                closing.press("\u{1B}", on: screen, in: dashboard)
            }
        }
        add(name, "j, k: the cursor moves", moves, to: &table)
        add(name, "1 to 0: another screen", changes, to: &table)
        add(name, "? r i :", overlays, to: &table)
        add(name, "esc", closing, to: &table)

        let before = dashboard.output.count
        let start = Clock.seconds
        while Clock.seconds - start < 10 {
            PseudoTerminal.wait([dashboard], seconds: start + 10 - Clock.seconds)
        }
        let idle = dashboard.output.count - before
        let end = dashboard.quit()
        guard end.status == 0 else { throw Complaint("the dashboard ended with status \(end.status)") }
        return """
            \(name): \(Figure.count(first)) bytes until the first frame with figures is there, \
            \(Figure.count(opening)) until all of it is; \(Figure.count(idle)) in ten seconds at rest.
            """
    }

    private func add(_ size: String, _ keys: String, _ timing: KeyTiming, to table: inout MarkdownTable) {
        table.add(
            size,
            keys,
            Figure.count(Int(timing.bytes.median)),
            Figure.count(Int(timing.bytes.most)),
            Figure.milliseconds(timing.painted.median),
            Figure.milliseconds(timing.painted.most),
            timing.slowest ?? ""
        )
    }
}
