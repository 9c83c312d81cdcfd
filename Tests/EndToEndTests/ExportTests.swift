import Foundation
import Testing

private let endings = ["text": "txt", "json": "json", "csv": "csv", "markdown": "md", "html": "html"]

extension EndToEnd {
    @Suite("What is exported and reported")
    struct ExportTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        /// What the program prints when a shell is given its arguments as they were copied.
        private func output(of command: String) throws -> Data {
            let file = folder.file(UUID().uuidString)
            try Data().write(to: file)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "'\(Program.url.path)' \(command)"]
            process.environment = Program.environment(home: folder.url)
            process.standardOutput = try FileHandle(forWritingTo: file)
            try process.run()
            process.waitUntilExit()
            return try Data(contentsOf: file)
        }

        /// Until its answer is there, a screen says that there is nothing to write.
        private func waitForAnAnswer(in terminal: TerminalSession) throws {
            try terminal.wait("an answer to write") { lines in
                if lines.contains(where: { $0.contains("Write what the screen shows as") }) { return true }
                try? terminal.press("x")
                return false
            }
            try terminal.press("Escape")
            try terminal.wait("the end of the dialog") { lines in !lines.contains { $0.contains("Write ") } }
        }

        /// Presses `x`, chooses `format` and writes to `file`.
        private func export(_ format: String, to file: URL, in terminal: TerminalSession) throws {
            try terminal.press("x")
            try terminal.wait(for: "Write what the screen shows as")
            try terminal.type(format)
            try terminal.press("Enter")
            try terminal.wait(for: "Write ")
            try terminal.press("C-u")
            try terminal.type(file.path)
            try terminal.press("Enter")
        }

        @Test(
            "What x writes is byte for byte what the copied command prints",
            arguments: [
                (["1"], "show overview"), (["2"], "show funnel"), (["3"], "show paths"),
                (["3", "Tab"], "show variants"),
                (["3", "Enter"], "show tree"), (["4"], "show channels"), (["4", "Tab"], "show contacts"),
                (["5"], "show preferences"), (["6"], "show maturity"), (["6", "m"], "show maturity --suppose"),
                (["0"], "info"),
            ]
        )
        func twins(keys: [String], view: String) throws {
            // Wide, so that the whole command stands on the message line.
            let terminal = try TerminalSession(
                [store, "--from", "2025-07", "--to", "2025-09"],
                width: 600,
                height: 40,
                in: folder
            )
            try terminal.wait(for: "COMPLETION")
            for key in keys {
                try terminal.press(key)
                try waitForAnAnswer(in: terminal)
                // The lists of a screen are answered one after the other, and a list without rows cannot be gone to.
                if key == "4" { try terminal.wait(for: "lost online") }
            }
            for (format, ending) in endings.sorted(by: { $0.key < $1.key }) {
                let file = folder.file("\(UUID().uuidString).\(ending)")
                try export(format, to: file, in: terminal)
                try terminal.wait(for: "written: ")
                try terminal.press("y")
                let screen = try terminal.wait(for: "copied: ")
                let line = try #require(screen.first { $0.contains("copied: ") })
                let command = try #require(line.range(of: "copied: cxm ").map { String(line[$0.upperBound...]) })
                #expect(command.hasPrefix(view))
                let printed = try output(of: command.trimmingCharacters(in: .whitespaces) + " --format \(format)")
                #expect(!printed.isEmpty)
                #expect(try Data(contentsOf: file) == printed, "\(command) --format \(format)")
            }
        }

        @Test("A file that is there is replaced by a second Enter only; the screen is a picture")
        func replacing() throws {
            let file = folder.file("\(UUID().uuidString).svg")
            try Data("mine".utf8).write(to: file)
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "COMPLETION")
            try export("picture", to: file, in: terminal)
            try terminal.wait(for: "Enter again replaces it")
            #expect(try Data(contentsOf: file) == Data("mine".utf8))
            try terminal.press("Enter")
            try terminal.wait(for: "written: ")
            let picture = try String(contentsOf: file, encoding: .utf8)
            #expect(picture.hasPrefix("<svg ") && picture.contains("COMPLETION") && !picture.contains("Write\u{A0}"))
        }

        @Test("A folder that is not there is said, with the way out, and the name can be mended")
        func nowhere() throws {
            // As narrow as the dialog, so that its lines are the screen's.
            let terminal = try TerminalSession([store], width: 80, in: folder)
            try terminal.wait(for: "COMPLETION")
            try export("csv", to: folder.file("nowhere/x.csv"), in: terminal)
            try terminal.wait("the reason") { lines in
                let text = lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
                return text.contains("x.csv' is not there: make it, or choose another name")
            }
            try terminal.press("Escape")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("A kiosk writes nothing")
        func kiosk() throws {
            let terminal = try TerminalSession([store, "--kiosk"], in: folder)
            try terminal.wait(for: "COMPLETION")
            try terminal.press("x")
            try terminal.wait(for: "kiosk mode")
        }

        @Test func aReportHasSixChaptersAndIsWrittenWhole() throws {
            let place = try Folder()
            let file = place.file("quarter.html")
            try Data("old".utf8).write(to: file)
            let scope = ["--from", "2025-07", "--to", "2025-09", "--before", "2025-Q2", "--store", store]
            let written = try Program.run(["report", "--output", file.path] + scope, in: folder)
            #expect(written.status == 0 && written.output.isEmpty, "\(written.errors)")
            let printed = try Program.run(["report"] + scope, in: folder).output
            #expect(try String(contentsOf: file, encoding: .utf8) == printed)
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.url.path) == ["quarter.html"])
            let titles = ["Overview", "Funnel", "Paths", "Channels", "Preferences", "Maturity"]
            for (index, title) in titles.enumerated() {
                #expect(printed.contains("<a href=\"#r\(index + 1)\">\(title)</a>"))
                #expect(printed.contains("<h2>\(title)</h2>"))
            }
            #expect(printed.contains("DEMO DATA"))
            let markdown = try Program.run(
                ["report", "--format", "markdown", "--view", "funnel", "kpis", "--step", "landing", "submit"] + scope,
                in: folder
            ).output
            let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }
            #expect(headings == ["## Funnel", "## Service indicators"])
            #expect(markdown.contains("| landing |") || markdown.contains(" landing "))
        }

        @Test(arguments: ["", "nowhere/x.html"])
        func aReportThatCannotBeWrittenSaysWhere(name: String) throws {
            let place = try Folder()
            let path = name.isEmpty ? place.url.path : place.file(name).path
            let outcome = try Program.run(["report", "--output", path, "--view", "kpis", "--store", store], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains(path))
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.url.path).isEmpty)
        }
    }
}
