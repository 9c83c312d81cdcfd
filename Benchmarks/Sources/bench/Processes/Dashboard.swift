/// The dashboard in a terminal of its own, at home in a folder without settings.
enum Dashboard {
    /// Stands on the first screen from the frame on in which its figures are.
    static let sign = "COMPLETION"
    static let patience = 120.0

    /// - Throws: `Complaint` where it cannot be started.
    static func open(
        _ store: String,
        cxm: String,
        home: TemporaryFolder,
        size: PseudoTerminal.Size = .usual
    ) throws -> PseudoTerminal {
        try PseudoTerminal([cxm, store], environment: environment(home: home), size: size)
    }

    private static func environment(home: TemporaryFolder) -> [String: String] {
        ["HOME": home.path, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"]
    }
}
