/// Keys pressed one at a time, each with what the dashboard sent for it.
struct KeyTiming {
    /// Seconds without output after which what a key brought is all there.
    private static let gap = 0.15

    /// Bytes sent for each key.
    private(set) var bytes = Samples()
    /// Seconds from each key to the last byte for it; keys for which nothing had to be sent are left out.
    private(set) var painted = Samples()
    /// The key and the screen of the longest of those; nil: there are none.
    private(set) var slowest: String?

    /// - Parameter screen: the key that leads to the screen that is open.
    mutating func press(_ key: String, on screen: String, in dashboard: PseudoTerminal) {
        let sent = dashboard.output.count
        let start = Clock.seconds
        dashboard.press(key)
        dashboard.waitForSilence(seconds: Self.gap)
        bytes.add(Double(dashboard.output.count - sent))
        guard dashboard.output.count > sent, let last = dashboard.lastOutput else { return }
        if !(painted.most >= last - start) { slowest = "\(Self.name(key)) on \(screen)" }
        painted.add(last - start)
    }

    private static func name(_ key: String) -> String { key == "\u{1B}" ? "esc" : key }
}
