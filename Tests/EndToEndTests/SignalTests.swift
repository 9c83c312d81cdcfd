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
