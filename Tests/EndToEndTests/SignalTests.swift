import Foundation
import Testing

extension EndToEnd {
    @Suite("What ends or stops the dashboard")
    struct SignalTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        @Test(
            "Signals end it with 128 + n and leave the terminal whole",
            arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM]
        )
        func signals(signal: Int32) throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            kill(try terminal.programID(), signal)
            #expect(try terminal.exitStatus(seconds: 2) == 128 + signal)
            try terminal.wait(for: "ready>")
            #expect(try terminal.isRestored())
            try terminal.type("echo whole\n")
            try terminal.wait(for: "whole")
        }

        /// All kinds: of people, of timers, of limits, of faults, real-time ones.
        static let others: [Int32] = [
            SIGILL, SIGABRT, SIGSEGV, SIGBUS, SIGSYS, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, 16, SIGXCPU, SIGXFSZ,
            SIGVTALRM, SIGPROF, SIGIO, SIGPWR, 34, 50, 64,
        ]

        @Test("So does every other signal that ends a process", arguments: others)
        func otherSignals(signal: Int32) throws {
            let terminal = try RawTerminal([store], in: folder)
            _ = try terminal.take("the Overview") { $0.firstRange(of: Array("COMPLETION".utf8)) != nil }
            // What gives it back on a fault waits only a moment for a terminal that takes no more.
            _ = terminal.takeUntilRest(0.2)
            kill(terminal.process, signal)
            #expect(terminal.exitStatus(seconds: 5) == 128 + signal)
            #expect(terminal.hasItsModes)
            let last = String(decoding: terminal.takeUntilRest(0.1), as: UTF8.self)
            #expect(last.contains("\u{1B}[?1049l") && last.contains("\u{1B}[?25h"))
        }

        @Test("The dashboard in lines ends by it too", arguments: [SIGINT, SIGTERM, SIGUSR1, SIGXCPU, 40])
        func lines(signal: Int32) throws {
            let terminal = try RawTerminal([store, "--plain"], in: folder)
            _ = try terminal.take("a prompt") { $0.firstRange(of: Array("Command: ".utf8)) != nil }
            kill(terminal.process, signal)
            #expect(terminal.exitStatus(seconds: 5) == 128 + signal)
            #expect(terminal.hasItsModes)
        }

        @Test(
            "An import that is asked to end stores nothing and leaves nothing behind",
            arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGALRM, SIGXCPU, SIGXFSZ, 45]
        )
        func importing(signal: Int32) throws {
            let own = try Folder()
            let path = own.file("own.cxm").path
            let input = Pipe()
            let process = Process()
            process.executableURL = Program.url
            process.arguments =
                ["import", "-", "--store", path]
                + ["person=user", "time=at", "touchpoint=page"].flatMap { ["--column", $0] }
            process.environment = Program.environment(home: own.url)
            process.standardInput = input
            process.standardOutput = FileHandle.nullDevice
            let errors = own.file("errors")
            try Data().write(to: errors)
            process.standardError = try FileHandle(forWritingTo: errors)
            try process.run()
            func rows(_ numbers: Range<Int>) -> Data {
                Data(numbers.map { "p\($0),2025-01-01T00:00:00Z,start\n" }.joined().utf8)
            }
            // More than a sample, and more than a pipe holds: it has begun.
            try input.fileHandleForWriting.write(contentsOf: Data("user,at,page\n".utf8) + rows(0..<200_000))
            kill(process.processIdentifier, signal)
            // It may have gone already.
            _ = Foundation.signal(SIGPIPE, SIG_IGN)
            try? input.fileHandleForWriting.write(contentsOf: rows(200_000..<201_000))
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
            #expect(process.terminationReason == .exit)
            #expect(process.terminationStatus == 128 + signal)
            let said = try String(contentsOf: errors, encoding: .utf8)
            #expect(said.contains("stopped") && said.contains("nothing was changed"), "\(said)")
            let left = try FileManager.default.contentsOfDirectory(atPath: own.url.path).filter { $0 != "errors" }
            #expect(left.isEmpty, "\(left)")
        }

        @Test("Ctrl-Z gives the terminal to the shell, fg takes it again and paints everything")
        func stopsAndGoesOn() throws {
            let terminal = try TerminalSession(["--version"], in: folder)
            try terminal.runAtPrompt([store])
            let before = try terminal.wait(for: "COMPLETION")
            for _ in 0..<3 {
                try terminal.press("C-z")
                try terminal.wait("a prompt and nothing of the dashboard") { screen in
                    screen.contains { $0.contains("ready>") } && !screen.contains { $0.contains("COMPLETION") }
                }
                #expect(try terminal.isRestored())
                try terminal.type("fg\n")
                try terminal.wait("the same screen") { $0 == before }
            }
            try terminal.press("2")
            try terminal.wait("the Funnel") { $0.first?.contains("› Funnel") == true }
            try terminal.press("q")
            try terminal.wait(for: "ready>")
            #expect(try terminal.isRestored())
        }

        @Test("When its terminal vanishes it is gone within a second, without having worked")
        func vanishedTerminal() throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            let program = try terminal.programID()
            let before = try #require(ProcessFigures(of: program))
            try terminal.vanish()
            let end = Date().addingTimeInterval(1)
            var last = before
            while let figures = ProcessFigures(of: program), figures.state != "Z", Date() < end {
                last = figures
                Thread.sleep(forTimeInterval: 0.02)
            }
            let isGone = ProcessFigures(of: program).map { $0.state == "Z" } ?? true
            #expect(isGone)
            #expect(last.ticks - before.ticks < 50)
        }
    }
}
