/// Keys pressed one at a time, each with what the dashboard sent for it.
struct KeyTiming {
    /// Seconds without output after which what a key brought is all there.
    private static let gap = 0.15

    /// Bytes sent for each key.
    private(set) var bytes = Samples()
    /// Seconds from each key to the last byte for it; keys for which nothing had to be sent are left out.
    private(set) var painted = Samples()

    mutating func press(_ key: String, in dashboard: PseudoTerminal) {
        let sent = dashboard.output.count
        let start = Clock.seconds
        dashboard.press(key)
        dashboard.waitForSilence(seconds: Self.gap)
        bytes.add(Double(dashboard.output.count - sent))
        if dashboard.output.count > sent, let last = dashboard.lastOutput { painted.add(last - start) }
    }
}
