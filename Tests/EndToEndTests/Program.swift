import Foundation
import Synchronization
import Testing

/// The real binary, as a user runs it.
enum Program {
    /// The program to test: `CXM_BINARY`, else the one that was built beside these tests.
    static let url: URL = {
        // Tests that are run in the background ignore what a terminal sends, and whatever they started would ignore it too.
        for number in [SIGHUP, SIGINT, SIGQUIT] { signal(number, SIG_DFL) }
        if let named = ProcessInfo.processInfo.environment["CXM_BINARY"] { return URL(fileURLWithPath: named) }
        return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("cxm")
    }()

    struct Outcome {
        var status: Int32
        var output: String
        var errors: String

        /// The output as JSON.
        func json() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
    }

    /// A process that was started and may be signalled before it ends.
    final class Run {
        let process = Process()
        private let folder: Folder
        private let outputFile: URL
        private let errorFile: URL

        init(_ arguments: [String], environment: [String: String], input: URL?, directory: URL? = nil) throws {
            folder = try Folder()
            outputFile = folder.file("output")
            errorFile = folder.file("errors")
            for file in [outputFile, errorFile] { try Data().write(to: file) }
            process.executableURL = Program.url
            process.arguments = arguments
            process.environment = environment
            process.currentDirectoryURL = directory
            process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
            process.standardOutput = try FileHandle(forWritingTo: outputFile)
            process.standardError = try FileHandle(forWritingTo: errorFile)
            try process.run()
        }

        func finish() throws -> Outcome {
            process.waitUntilExit()
            let status =
                process.terminationReason == .uncaughtSignal
                ? 128 + process.terminationStatus : process.terminationStatus
            return Outcome(
                status: status,
                output: try String(contentsOf: outputFile, encoding: .utf8),
                errors: try String(contentsOf: errorFile, encoding: .utf8)
            )
        }
    }

    /// The environment of every test: nothing of the developer's own leaks in, and what is left in the temporary folder is
    /// seen by Scripts/test.
    static func environment(home: URL) -> [String: String] {
        [
            "HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
            "TERM": "xterm-256color", "TMPDIR": FileManager.default.temporaryDirectory.path,
        ]
    }

    /// Runs the program to its end; standard output and error go to files, so that much output cannot block it.
    static func run(_ arguments: [String], in folder: Folder, input: URL? = nil) throws -> Outcome {
        try Run(arguments, environment: environment(home: folder.url), input: input).finish()
    }

    /// Runs a command line in which `cxm` is the program under test, as a shell does.
    static func shell(_ command: String, in folder: Folder) throws -> Outcome {
        let output = folder.file("printed-\(UUID().uuidString)")
        let script = "cxm() { '\(url.path)' \"$@\"; }; \(command)"
        let environment = ["HOME=\(folder.url.path)", "LANG=C.UTF-8", "TZ=UTC"]
        try Bare.run(["env"] + environment + ["sh", "-c", script], output: output.path)
        return Outcome(status: 0, output: try String(contentsOf: output, encoding: .utf8), errors: "")
    }

    /// A number below a million as the screen writes it.
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        return digits.count > 3 ? "\(digits.dropLast(3)),\(digits.suffix(3))" : digits
    }

    static func start(_ arguments: [String], in folder: Folder, input: URL? = nil) throws -> Run {
        try Run(arguments, environment: environment(home: folder.url), input: input)
    }
}

/// A folder of a test's own, gone when the test is. Its name is of letters alone, because screens show the path of a store,
/// and tests look there for numbers.
final class Folder: Sendable {
    let url: URL

    init() throws {
        let name = String((0..<20).compactMap { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() })
        url = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-test-\(name)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        Self.made.withLock { _ = $0.insert(url) }
        _ = Self.leavesNothing
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
        Self.made.withLock { _ = $0.remove(url) }
    }

    private static let made = Mutex<Set<URL>>([])

    /// What is kept for all tests, such as a store that they share, goes with the process.
    private static let leavesNothing: Void = {
        atexit { Folder.made.withLock { $0.forEach { try? FileManager.default.removeItem(at: $0) } } }
    }()

    func file(_ name: String) -> URL {
        url.appendingPathComponent(name)
    }

    func write(_ text: String, to name: String) throws -> URL {
        let file = file(name)
        try Data(text.utf8).write(to: file)
        return file
    }
}
