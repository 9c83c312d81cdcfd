import Foundation
import Testing

extension EndToEnd {
    @Suite("The keys and their documents")
    struct KeysTests {
        private let folder: Folder

        init() throws {
            folder = try Folder()
        }

        private func run(_ arguments: String...) throws -> String {
            let outcome = try Program.run(arguments, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.output
        }

        @Test("docs/KEYS.md is what the program says; CXM_UPDATE_GOLDEN=1 writes it anew")
        func document() throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let file = root.appendingPathComponent("docs/KEYS.md")
            let text = try run("keys", "--format", "markdown")
            if ProcessInfo.processInfo.environment["CXM_UPDATE_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
            #expect(text == (try String(contentsOf: file, encoding: .utf8)))
        }

        @Test("The manual page has every command, option and key, and man finds nothing wrong with it")
        func manual() throws {
            let page = try run("manual")
            for command in ["open", "demo", "import", "show funnel", "report", "themes check", "keys"] {
                #expect(page.contains(".SS cxm \(command)\n"))
            }
            for option in ["\\-\\-within", "\\-\\-exclude", "\\-\\-kiosk", "\\-\\-dry\\-run"] {
                #expect(page.contains("\\fB\(option)\\fR"), "\(option)")
            }
            let keys = try #require(
                try JSONSerialization.jsonObject(with: Data(run("keys", "--format", "json").utf8)) as? [String: Any]
            )
            let entries = try #require(keys["keys"] as? [[String: String]])
            #expect(entries.count > 60)
            let plain = page.replacingOccurrences(of: "\\-", with: "-").replacingOccurrences(of: "\\e", with: "\\")
            for entry in entries {
                #expect(plain.contains("\(entry["name"] ?? "?"): \(entry["does"] ?? "?")"), "\(entry)")
            }
            let file = try folder.write(page, to: "cxm.1")
            let output = folder.file("warnings")
            // Lines that are not to be filled may be longer than the page is wide.
            try Bare.run(
                ["sh", "-c", "man --warnings -E UTF-8 -l '\(file.path)' 2>&1 >/dev/null"],
                output: output.path
            )
            let warnings = try String(contentsOf: output, encoding: .utf8)
            #expect(!warnings.contains("warning"), "\(warnings)")
        }
    }
}
