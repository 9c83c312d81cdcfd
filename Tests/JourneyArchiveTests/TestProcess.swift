import Foundation

/// This test program as another process, which runs one of its tests and is told by the environment what to do.
enum TestProcess {
    /// - Parameter output: where what it says is kept. Its temporary files lie beside that, for it may be killed.
    static func start(_ test: String, _ variable: String, _ value: String, output: URL) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--testing-library", "swift-testing", "--filter", test]
        process.environment = ProcessInfo.processInfo.environment.merging(
            [variable: value, "TMPDIR": output.deletingLastPathComponent().path]
        ) { $1 }
        try Data().write(to: output)
        let file = try FileHandle(forWritingTo: output)
        process.standardOutput = file
        process.standardError = file
        try process.run()
        return process
    }
}
