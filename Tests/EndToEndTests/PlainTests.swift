import Foundation
import Testing

extension EndToEnd {
    @Suite("The dashboard in lines of text")
    struct PlainTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        @Test("A script of commands goes in, and text without any escape sequence, frame or column comes out")
        func script() throws {
            let script = try folder.write("rows\nopen 1\nback\nfilter\nchannel\nweb\ni\n0\nquit\n", to: "plain.txt")
            let outcome = try Program.run([store, "--plain"], in: folder, input: script)
            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
            #expect(!outcome.output.contains("\u{1B}"))
            #expect(!outcome.output.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
            #expect(!outcome.output.contains("   "))
            for words in ["Overview", "demo data", "read-only", "1: ", "Filter by", "In plain words", "Data"] {
                #expect(outcome.output.contains(words), "\(words)")
            }
        }

        @Test("It ends where standard input ends, and says what it does not know")
        func endOfInput() throws {
            let script = try folder.write("frobnicate\n", to: "unknown.txt")
            let outcome = try Program.run([store, "--plain"], in: folder, input: script)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("'frobnicate' means nothing here"))
        }

        @Test("The settings can ask for it, and an option takes it back")
        func setting() throws {
            let settings = try folder.write("plain = true\n", to: "plain.toml")
            let script = try folder.write("quit\n", to: "quit.txt")
            let outcome = try Program.run([store, "--config", settings.path], in: folder, input: script)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("Overview"))
            let refused = try Program.run(
                [store, "--config", settings.path, "--no-plain"],
                in: folder,
                input: script
            )
            #expect(refused.status == 2)
            #expect(refused.errors.contains("--plain"))
        }
    }
}
