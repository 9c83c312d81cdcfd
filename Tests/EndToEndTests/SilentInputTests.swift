import Foundation
import Testing

extension EndToEnd {
    /// Who waits for a pipe that says nothing is ended by one signal.
    @Suite("Input that does not come")
    struct SilentInputTests {
        /// What is read, and what has come of it.
        struct Input: CustomTestStringConvertible, Sendable {
            var testDescription: String
            var words: [String]
            var beginning: [UInt8] = []
        }

        private static let columns = ["person=user", "time=at", "touchpoint=page"].flatMap { ["--column", $0] }
        private static let rows = "user,at,page\n" + (0..<50).map { "p\($0),2025-01-01T00:00:00Z,start\n" }.joined()
        private static let log = "<?xml version=\"1.0\"?><log><trace><event>"
        /// The first ten bytes of a gzip file, and of a block that is not packed.
        private static let gzip: [UInt8] =
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0xFF, 0, 0, 0xFF] + Array("user,at".utf8)

        static let inputs = [
            Input(testDescription: "a table of which nothing has come", words: ["import", "-"] + columns),
            Input(
                testDescription: "a table that has begun",
                words: ["import", "-"] + columns,
                beginning: Array(rows.utf8)
            ),
            Input(
                testDescription: "a table without a mapping",
                words: ["import", "-", "--format", "csv"],
                beginning: Array(rows.utf8)
            ),
            Input(
                testDescription: "a dry run",
                words: ["import", "-", "--dry-run"] + columns,
                beginning: Array(rows.utf8)
            ),
            Input(testDescription: "a log", words: ["import", "-", "--format", "xes"], beginning: Array(log.utf8)),
            Input(testDescription: "a packed table", words: ["import", "-"] + columns, beginning: gzip),
            Input(testDescription: "a packed log", words: ["import", "-", "--format", "xes"], beginning: gzip),
        ]

        @Test("An import ends by one signal, and leaves nothing behind", arguments: inputs, [SIGINT, SIGTERM])
        func standardInput(input: Input, signal: Int32) throws {
            let pipe = Pipe()
            let writer = pipe.fileHandleForWriting
            try check(input.words, standardInput: pipe, signal: signal) {
                try writer.write(contentsOf: Data(input.beginning))
                // What was written has been read: more is waited for.
                return {
                    var left: Int32 = 0
                    return ioctl(writer.fileDescriptor, UInt(FIONREAD), &left) == 0 && left == 0
                }
            }
        }

        @Test(
            "So it does with a named pipe, whether somebody writes to it or not",
            arguments: [false, true],
            [SIGINT, SIGTERM]
        )
        func namedPipe(hasWriter: Bool, signal: Int32) throws {
            let folder = try Folder()
            let fifo = folder.file("rows.csv").path
            try #require(mkfifo(fifo, 0o600) == 0)
            let writer = hasWriter ? open(fifo, O_RDWR) : -1
            defer { if hasWriter { close(writer) } }
            try check(["import", fifo] + Self.columns, standardInput: nil, signal: signal) { { true } }
        }

        @Test("And a named pipe is read to its end, once, with or without its format")
        func whatComes() throws {
            let folder = try Folder()
            let fifo = folder.file("rows.csv").path
            try #require(mkfifo(fifo, 0o600) == 0)
            for format in [[], ["--format", "csv"]] {
                let store = folder.file("own\(format.count).cxm").path
                let run = try Program.start(
                    ["import", fifo, "--store", store, "--json"] + Self.columns + format,
                    in: folder
                )
                // Waits until the program has opened it.
                let writer = try #require(FileHandle(forWritingAtPath: fifo))
                try writer.write(contentsOf: Data(Self.rows.utf8))
                try writer.close()
                let outcome = try run.finish()
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(try outcome.json()["stored"] as? Int == 50)
            }
        }

        @Test("Erasing whoever a pipe will name ends by one signal too", arguments: [SIGINT, SIGTERM])
        func erasing(signal: Int32) throws {
            let pipe = Pipe()
            try check(["erase", "--from-file", "-", "--yes"], standardInput: pipe, signal: signal, "made.cxm") {
                { true }
            }
            withExtendedLifetime(pipe) {}
        }

        /// - Parameters:
        ///   - store: is made before, and not to be changed; nil: may not be made.
        ///   - begin: what is done once the program runs; returns whether that has been taken note of.
        private func check(
            _ words: [String],
            standardInput: Pipe?,
            signal: Int32,
            _ store: String? = nil,
            begin: () throws -> () -> Bool
        ) throws {
            let own = try Folder()
            let path = try store == nil ? own.file("own.cxm").path : SmallStore.make(in: own)
            let before = try FileManager.default.contentsOfDirectory(atPath: own.url.path).sorted()
            let process = Process()
            process.executableURL = Program.url
            process.arguments = words + (words.contains("--dry-run") ? [] : ["--store", path])
            process.environment = Program.environment(home: own.url)
            process.standardInput = standardInput ?? FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            let isTaken = try begin()
            try wait("it waits") { Self.notes(signal, process.processIdentifier) && isTaken() }
            kill(process.processIdentifier, signal)
            do {
                try wait("it ends") { !process.isRunning }
            } catch {
                kill(process.processIdentifier, SIGKILL)
                throw error
            }
            let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
            #expect(process.terminationReason == .exit)
            #expect(process.terminationStatus == 128 + signal, "\(said)")
            #expect(said.contains("stopped") && said.contains("nothing was changed"), "\(said)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: own.url.path).sorted() == before)
        }

        /// Whether a process has a handler for a signal.
        private static func notes(_ signal: Int32, _ process: Int32) -> Bool {
            let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
            let line = status?.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
            let caught = line.flatMap { UInt64($0.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16) } ?? 0
            return caught >> UInt64(signal - 1) & 1 != 0
        }

        private func wait(_ what: String, until condition: () -> Bool) throws {
            let end = Date().addingTimeInterval(20)
            while !condition() {
                guard Date() < end else { throw TerminalSession.TimedOut(waitingFor: what, screen: "") }
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
    }
}
