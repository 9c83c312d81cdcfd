import Foundation
import Testing

extension EndToEnd {
    @Suite("Tours and workshops")
    struct TourTests {
        private let folder: Folder
        private let store: String

        init() throws {
            folder = try Folder()
            store = try Town.made.get().store
        }

        private static let script = """
            caption First the gaps of the town.
            point GAPS, BY PEOPLE
            wait
            caption Then the funnel.
            screen 2
            pause 500ms
            key down
            wait
            caption At last the paths.
            screen paths
            """

        @Test("Forward, back, held, and left for the dashboard at the same place", arguments: [(80, 24), (120, 36)])
        func walk(_ width: Int, _ height: Int) throws {
            let script = try folder.write(Self.script, to: "walk.tour")
            let terminal = try TerminalSession(
                ["tour", script.path, store, "--keys"],
                width: width,
                height: height,
                in: folder
            )
            try terminal.wait("the first stop") { screen in
                screen.contains { $0.contains("First the gaps") } && screen.last?.contains("1 of 3") == true
                    && screen.contains { $0.contains("GAPS, BY PEOPLE") }
            }
            try terminal.press("Right")
            // The pause ends by itself.
            try terminal.wait("the second stop and its key") { screen in
                screen.last?.contains("2 of 3") == true && screen.last?.contains("down") == true
            }
            try terminal.press("Left")
            try terminal.wait("the first stop again") { $0.contains { $0.contains("First the gaps") } }
            try terminal.press("Enter")
            try terminal.wait(for: "Then the funnel")
            try terminal.press("Space")
            try terminal.wait("held") { $0.last?.contains("paused") == true }
            try terminal.press("Space", "Right", "Right")
            try terminal.wait("the end") { $0.last?.contains("3 of 3, the end") == true }
            try terminal.press("d")
            try terminal.wait("the dashboard on the Paths") { screen in
                screen.last?.contains("help") == true && screen.first?.contains("Paths") == true
                    && !screen.contains { $0.contains("At last") }
            }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            try terminal.wait(for: "ready>")
            #expect(try terminal.isRestored())
        }

        @Test("Signals end it as they end the dashboard")
        func signals() throws {
            let script = try folder.write(Self.script, to: "signals.tour")
            let terminal = try TerminalSession(["tour", script.path, store], in: folder)
            try terminal.wait(for: "First the gaps")
            kill(try terminal.programID(), SIGTERM)
            #expect(try terminal.exitStatus(seconds: 2) == 128 + SIGTERM)
            try terminal.wait(for: "ready>")
            #expect(try terminal.isRestored())
        }

        @Test("What is wrong with a script is said with file and line, before anything is shown")
        func wrong() throws {
            let script = try folder.write("caption a\nwait\nkye f\nscreen 12\n", to: "wrong.tour")
            let check = try Program.run(["tour", "--check", script.path], in: folder)
            #expect(check.status == 1)
            #expect(check.errors.contains("wrong.tour:3: 'kye' is no command"))
            #expect(check.errors.contains("wrong.tour:4: '12' is no screen"))
            let run = try Program.run(["tour", script.path, store], in: folder)
            #expect(run.status == 2)
            #expect(run.errors.contains("wrong.tour:3: 'kye' is no command"))
            for (name, words) in [("nowhere.tour", "there is no tour"), (folder.url.path, "cannot be read")] {
                let outcome = try Program.run(["tour", "--check", name], in: folder)
                #expect(outcome.status == 2)
                #expect(outcome.errors.contains(words), "\(outcome.errors)")
            }
            try Data([0x63, 0xFF, 0xFE]).write(to: folder.file("bytes.tour"))
            let bytes = try Program.run(["tour", "--check", folder.file("bytes.tour").path], in: folder)
            #expect(bytes.errors.contains("is not in UTF-8"))
        }

        @Test("With a store every step is tried: keys that do nothing, what is not there to be pointed at")
        func tried() throws {
            let good = try folder.write(Self.script, to: "good.tour")
            let outcome = try Program.run(["tour", "--check", good.path, store], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("3 stops, nothing wrong"))
            let bad = try folder.write(
                "caption a\npoint no such words\nkey f9\nkey S\ntype x\nkey enter\nwait\n",
                to: "bad.tour"
            )
            let tried = try Program.run(["tour", "--check", bad.path, store], in: folder)
            #expect(tried.status == 1)
            #expect(tried.errors.contains("bad.tour:2: 'no such words' is not on the screen of 80x24"))
            #expect(tried.errors.contains("bad.tour:3: f9 does nothing here"))
            #expect(tried.errors.contains("bad.tour:6: a tour only shows"))
        }

        @Test("The built-in tour fits the demo town on the smallest screen, and can be printed to begin with")
        func builtIn() throws {
            let outcome = try Program.run(["tour", "--check", "demo", "demo"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let printed = try Program.run(["tour", "--print"], in: folder).output
            let copy = try folder.write(printed, to: "copy.tour")
            #expect(try Program.run(["tour", "--check", copy.path], in: folder).status == 0)
        }

        @Test("In a workshop Ctrl-Z gives nobody a shell, and nothing is written")
        func kiosk() throws {
            let terminal = try TerminalSession(["--version"], in: folder)
            try terminal.wait(for: "ready>")
            _ = try terminal.exitStatus()
            let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
            try terminal.runAtPrompt([store, "--kiosk"])
            try terminal.wait(for: "GAPS, BY PEOPLE")
            let program = try terminal.programID()
            try terminal.press("C-z")
            try terminal.wait(for: "kiosk mode: nobody gets a shell from here")
            // A signal and a key come by two ways, and what is said of the one that comes later is what is seen.
            try terminal.press("j")
            try terminal.wait("nothing said") { !$0.contains { $0.contains("kiosk mode") } }
            kill(program, SIGTSTP)
            try terminal.wait(for: "kiosk mode: nobody gets a shell from here")
            try terminal.press("x")
            try terminal.wait(for: "kiosk mode: nothing is exported from here")
            try terminal.press("S")
            try terminal.wait(for: "kiosk mode: nothing is saved from here")
            #expect(try #require(ProcessFigures(of: program)).state != "T")
            try terminal.press("q")
            try terminal.wait(for: "ready>")
            let after = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
            // What the session itself needs.
            let new = Set(after).subtracting(before).filter { !$0.hasPrefix("run-") && !$0.hasPrefix("output-") }
            #expect(new.isEmpty, "\(new)")
        }
    }
}
