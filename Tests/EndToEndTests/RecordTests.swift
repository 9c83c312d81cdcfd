import Foundation
import Testing

extension EndToEnd {
    @Suite("An asciicast of what was shown")
    struct RecordTests {
        private let folder: Folder
        private let store: String

        init() throws {
            folder = try Folder()
            store = try Town.made.get().store
        }

        /// A recording, read as any player reads it.
        private struct Cast {
            var header: [String: Any]
            var events: [(seconds: Double, kind: String, text: String)]

            init(_ file: URL) throws {
                let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
                // A file that ends in the middle of a line is not whole.
                #expect(try Data(contentsOf: file).last == UInt8(ascii: "\n"))
                let values = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
                header = try #require(values.first as? [String: Any])
                events = try values.dropFirst().map { value in
                    let parts = try #require(value as? [Any])
                    return (
                        try #require(parts[0] as? Double), try #require(parts[1] as? String),
                        try #require(parts[2] as? String)
                    )
                }
            }

            var output: String { events.filter { $0.kind == "o" }.map(\.text).joined() }
        }

        @Test(
            "Played back in a terminal it shows what was shown, over a change of size; the bytes are those that were sent"
        )
        func playback() throws {
            let file = folder.file("session.cast")
            let terminal = try TerminalSession([store, "--record", file.path], in: folder)
            try terminal.wait(for: "GAPS, BY PEOPLE")
            for key in ["j", "2", "f"] { try terminal.press(key) }
            try terminal.wait(for: "Filter by")
            try terminal.press("Escape")
            try terminal.resize(width: 100, height: 30)
            try terminal.press("3")
            try terminal.wait("the Paths in the new size") {
                $0.count == 30 && $0.contains { $0.contains("TRANSITIONS") }
            }
            try terminal.press("r")
            try terminal.wait(for: "Receipt")
            try terminal.settled()

            let cast = try Cast(file)
            #expect(cast.header["version"] as? Int == 2)
            #expect(cast.header["width"] as? Int == 120)
            #expect(cast.header["height"] as? Int == 36)
            #expect((cast.header["env"] as? [String: String])?["TERM"] == "xterm-256color")
            #expect(cast.events.filter { $0.kind == "r" }.map(\.text) == ["100x30"])
            #expect(zip(cast.events, cast.events.dropFirst()).allSatisfy { $0.0.seconds <= $0.1.seconds })

            // A terminal of the size that the last event of that kind gives, fed with all that came after it.
            let last = try #require(cast.events.lastIndex { $0.kind == "r" })
            let bytes = folder.file("bytes")
            let enter = "\u{1B}[?1049h"
            #expect(cast.output.contains(enter))
            try Data((enter + cast.events[last...].filter { $0.kind == "o" }.map(\.text).joined()).utf8).write(
                to: bytes
            )
            let player = try TerminalSession(["--version"], width: 100, height: 30, in: folder)
            try player.wait(for: "ready>")
            try player.type("cat \(bytes.path); sleep 60\n")
            try player.wait(for: "Receipt")
            try player.expectSame(as: terminal)

            try terminal.press("Escape")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            try terminal.wait(for: "recorded: \(file.path)")
            #expect(try Cast(file).output.contains("\u{1B}[?1049l"))
        }

        @Test("What is recorded is what the terminal got, to the byte, from the first to the last")
        func bytes() throws {
            let file = folder.file("bytes.cast")
            let terminal = try TerminalSession([store, "--record", file.path, "--mouse"], isRecorded: true, in: folder)
            try terminal.wait(for: "GAPS, BY PEOPLE")
            for key in ["j", "2", "j", "?"] { try terminal.press(key) }
            try terminal.wait(for: "Keys that work here")
            try terminal.press("Escape")
            try terminal.settled()
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            try terminal.wait(for: "ready>")
            let recorded = Data(try Cast(file).output.utf8)
            #expect(recorded.count > 5000)
            #expect(Data(try terminal.recording()).range(of: recorded) != nil)
            #expect(recorded.starts(with: Data("\u{1B}[?1049h".utf8)))
            #expect(recorded.range(of: Data("\u{1B}[?1049l".utf8)) != nil)
        }

        @Test("Stopped with Ctrl-Z and gone on with, it gives the terminal back and records what it takes again")
        func stops() throws {
            let file = folder.file("stops.cast")
            let terminal = try TerminalSession(["--version"], in: folder)
            try terminal.wait(for: "ready>")
            try terminal.runAtPrompt([store, "--record", file.path])
            try terminal.wait(for: "GAPS, BY PEOPLE")
            try terminal.press("C-z")
            try terminal.wait("the program to be stopped") { $0.contains { $0.contains("Stopped") } }
            #expect(try terminal.isRestored())
            try terminal.type("echo still $((40 + 2))\n")
            try terminal.wait(for: "still 42")
            try terminal.type("fg\n")
            try terminal.wait(for: "GAPS, BY PEOPLE")
            try terminal.press("Down", "2")
            try terminal.wait(for: "\u{203A} Funnel")
            try terminal.press("q")
            try terminal.wait(for: "recorded: ")
            #expect(try terminal.isRestored())
            let output = try Cast(file).output
            for mode in ["\u{1B}[?1049h", "\u{1B}[?1049l", "\u{1B}[?1h"] {
                #expect(output.components(separatedBy: mode).count == 3, "\(mode.debugDescription)")
            }
        }

        @Test("Killed at any moment, what is there is whole", .timeLimit(.minutes(5)))
        func killed() throws {
            for round in 0..<12 {
                let file = folder.file("killed-\(round).cast")
                let terminal = try TerminalSession([store, "--record", file.path], width: 200, height: 60, in: folder)
                let end = Date().addingTimeInterval(10)
                while !FileManager.default.fileExists(atPath: file.path), Date() < end {
                    Thread.sleep(forTimeInterval: 0.002)
                }
                try terminal.press(
                    Array(repeating: ["2", "3", "4", "5", "6", "1", "?", "Escape"], count: 3).flatMap(\.self)
                )
                Thread.sleep(forTimeInterval: Double(round) * 0.05)
                kill(try terminal.programID(), SIGKILL)
                #expect(try terminal.exitStatus() == 128 + SIGKILL)
                let size = try #require(try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int)
                if size > 0 { _ = try Cast(file) }
            }
        }

        @Test("A file that is there stays as it is; a workshop is not recorded; who may read it")
        func refuses() throws {
            let file = try folder.write("mine", to: "there.cast")
            let terminal = try TerminalSession([store, "--record", file.path], in: folder)
            try terminal.wait(for: "is there already")
            #expect(try terminal.exitStatus() == 2)
            #expect(try String(contentsOf: file, encoding: .utf8) == "mine")

            let none = folder.file("none.cast")
            for (arguments, environment) in [(["--kiosk"], [:]), ([], ["CXM_KIOSK": ""])] {
                let kiosk = try TerminalSession(
                    [store, "--record", none.path] + arguments,
                    environment: environment,
                    in: folder
                )
                try kiosk.wait(for: "kiosk mode: nothing is recorded")
                #expect(try kiosk.exitStatus() == 2)
            }
            // Without a terminal nothing is shown, and so nothing is left.
            #expect(try Program.run([store, "--record", none.path], in: folder).status == 2)
            #expect(!FileManager.default.fileExists(atPath: none.path))

            let made = folder.file("made.cast")
            let session = try TerminalSession([store, "--record", made.path], in: folder)
            try session.wait(for: "GAPS, BY PEOPLE")
            try session.press("q")
            #expect(try session.exitStatus() == 0)
            let rights = try FileManager.default.attributesOfItem(atPath: made.path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
        }
    }
}
