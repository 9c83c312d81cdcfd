import Foundation
import Testing

extension EndToEnd {
    @Suite("A first look at files that are in no store")
    struct FirstLookTests {
        private let folder: Folder

        init() throws {
            folder = try Folder()
        }

        /// As a ticket system exports them: a title above, times without a zone, the day first.
        private func requests(_ name: String = "requests.csv") throws -> URL {
            var lines = ["Request export of the town", "", "Reference;Step;Changed at;Contact channel"]
            for number in 0..<300 {
                let steps = ["received", "assigned", "closed"].prefix(number % 3 > 0 ? 3 : 2)
                for (hour, step) in steps.enumerated() {
                    let day = String(format: "%02d", 13 + number % 15)
                    let channel = number % 2 == 0 ? "Phone" : "Web"
                    lines.append("R-\(1000 + number);\(step);\(day)/10/2025 \(10 + hour):00;\(channel)")
                }
            }
            return try folder.write(lines.joined(separator: "\n") + "\n", to: name)
        }

        private func terminal(_ file: URL) throws -> TerminalSession {
            try TerminalSession([file.path], environment: ["TMPDIR": folder.url.path], in: folder)
        }

        private func leftInTemporaryFolder() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
                .filter { $0.contains("first-look") }
        }

        @Test(
            "It asks for what the file does not say, shows figures, keeps them where told to, and leaves nothing else"
        )
        func lookAndKeep() throws {
            let file = try requests()
            let terminal = try terminal(file)
            try terminal.wait(for: "its times have no zone")
            try terminal.type("Europe/London")
            try terminal.press("Enter")
            try terminal.wait(for: "NOT KEPT")
            try terminal.press("4")
            try terminal.wait(for: "800 events")
            #expect(try !leftInTemporaryFolder().isEmpty)
            try terminal.press("K")
            try terminal.wait(for: "requests.cxm")
            try terminal.press("Enter")
            try terminal.wait(for: "kept in")
            try terminal.wait("the badge gone") { !$0.contains { $0.contains("NOT KEPT") } }
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            #expect(try leftInTemporaryFolder().isEmpty)

            let store = folder.file("requests.cxm").path
            let info = try Program.run(["info", "--store", store, "--json"], in: folder).json()
            #expect(info["events"] as? Int == 800)
            #expect(info["cases"] as? Int == 300)
            // The mapping beside it reads the same file into the same events.
            let mapping = folder.file("requests.toml").path
            let other = folder.file("other.cxm").path
            let again = ["import", file.path, "--map", mapping, "--store", other, "--json"]
            let outcome = try Program.run(again, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try outcome.json()["stored"] as? Int == 800)
        }

        @Test("A signal while it asks, or while it shows, leaves nothing")
        func signals() throws {
            let file = try requests()
            for text in ["its times have no zone", "NOT KEPT"] {
                let terminal = try terminal(file)
                try terminal.wait(for: "its times have no zone")
                if text == "NOT KEPT" {
                    try terminal.type("UTC")
                    try terminal.press("Enter")
                    try terminal.wait(for: text)
                }
                kill(try terminal.programID(), SIGTERM)
                #expect(try terminal.exitStatus(seconds: 20) == 128 + SIGTERM)
                #expect(try leftInTemporaryFolder().isEmpty)
            }
        }

        @Test("Without a terminal it names the command that stores the file, and in kiosk mode nothing is read")
        func refused() throws {
            let file = try requests("a b.csv")
            let outcome = try Program.run([file.path], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("--yes --store"))
            let kiosk = try Program.run([file.path, "--kiosk"], in: folder)
            #expect(kiosk.status == 2)
            #expect(kiosk.errors.contains("kiosk mode"))
        }

        @Test("Several files are one look, in lines of text too")
        func several() throws {
            let first = try requests()
            let second = try folder.write(
                "Reference;Step;Changed at;Contact channel\nR-1;received;28/10/2025 10:00;Post\n",
                to: "more.csv"
            )
            let words = [first.path, second.path, "--plain", "--zone", "UTC"]
            let outcome = try Program.run(words, in: folder, input: try folder.write("quit\n", to: "typed"))
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("801 events"))
            #expect(outcome.output.contains("not kept"))
        }
    }
}
