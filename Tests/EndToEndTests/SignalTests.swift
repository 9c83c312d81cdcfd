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
            try terminal.type("echo whole\n")
            try terminal.wait(for: "whole")
        }

        @Test("Ctrl-Z's signal stops it and fg's goes on, with everything painted again")
        func stopsAndGoesOn() throws {
            let terminal = try TerminalSession([store], in: folder)
            let before = try terminal.wait(for: "COMPLETION")
            let program = try terminal.programID()
            kill(program, SIGTSTP)
            try terminal.waitForState("T", of: program)
            kill(program, SIGCONT)
            try terminal.waitForState("S", of: program)
            try terminal.wait("the same screen") { $0.first == before.first && $0.last == before.last }
            try terminal.press("2")
            try terminal.wait("the Funnel") { $0.first?.contains("› Funnel") == true }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("When its terminal vanishes it is gone within a second")
        func vanishedTerminal() throws {
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            let program = try terminal.programID()
            try terminal.vanish()
            let end = Date().addingTimeInterval(1)
            while kill(program, 0) == 0, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
            #expect(kill(program, 0) != 0)
        }
    }
}
