import Foundation
import Testing

extension EndToEnd {
    @Suite("Named views and their file")
    struct ViewsTests {
        private let folder: Folder
        private let store: String
        private var file: URL { folder.file(".config/cxm/views.toml") }

        init() throws {
            folder = try Folder()
            store = try SmallStore.make(in: folder)
        }

        private func open(_ arguments: String..., environment: [String: String] = [:]) throws -> TerminalSession {
            try TerminalSession([store] + arguments, environment: environment, in: folder)
        }

        private func leave(_ terminal: TerminalSession) throws {
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("A view is kept, opened by name, changed and deleted; what else is in the file stays as it was")
        func keptOpenedAndDeleted() throws {
            let first = try open()
            try first.wait(for: "1 Overview")
            try first.press("4")
            try first.wait(for: "2 channels")
            try first.press("m")
            try first.press("S")
            try first.wait(for: "Keep this view as")
            try first.type("the mix")
            try first.press("Enter")
            try first.wait(for: "saved as the mix in")
            try leave(first)

            let written = try String(contentsOf: file, encoding: .utf8)
            #expect(written.contains("[[view]]\nname = \"the mix\"\nscreen = \"channels\"\nperiod = \"all\"\nevery = "))
            let mine = """
                # Written by hand.

                # About housing.
                [[view]]
                name = "later version"
                screen = "holograms"   # kept

                # Between.

                \(written)
                """
            try Data(mine.utf8).write(to: file)

            let second = try open("--view", "the mix")
            let screen = try second.wait(for: "2 channels")
            #expect(screen[0].contains("› Channels"))
            try second.wait(for: "views.toml:6: 'holograms' is no screen")
            try second.press("3")
            try second.wait("the Paths screen") { $0[0].contains("› Paths") }
            try second.press("S")
            try second.wait(for: "Keep this view as")
            try second.type("paths")
            try second.press("Enter")
            try second.wait(for: "saved as paths in")
            let both = try String(contentsOf: file, encoding: .utf8)
            #expect(both.hasPrefix(mine.trimmingCharacters(in: .newlines)))
            #expect(both.hasSuffix("\n\n[[view]]\nname = \"paths\"\nscreen = \"paths\"\nperiod = \"all\"\n"))
            try second.press("V")
            try second.wait(for: "Saved views")
            try second.press("Down")
            try second.press("C-x")
            try second.wait(for: "Delete the view paths?")
            try second.press("Down")
            try second.press("Enter")
            try second.wait(for: "paths deleted from")
            #expect(
                try String(contentsOf: file, encoding: .utf8)
                    == both.components(separatedBy: "\n[[view]]\nname = \"paths\"")[0]
            )
            try leave(second)
            // Once the screen is given back, the warning stands where it can be read.
            #expect(try second.screen().contains { $0.contains("cxm: warning: ") && $0.contains("views.toml:6") })
        }

        @Test("A file of funnels from an earlier version is read, and passed on with --views")
        func olderFile() throws {
            let shared = try folder.write(
                """
                # Named views of cxm. Each step, window and condition is written as on the command line.

                [[view]]
                name = 'blue badge'
                order = 'ordered'
                steps = [ 'start', 'end' ]
                within = '14d'

                """,
                to: "shared.toml"
            )
            let terminal = try open("--views", shared.path, "--view", "blue badge")
            try terminal.wait("the saved funnel") { $0[0].contains("› Funnel › blue badge") }
            try terminal.wait(for: "within 14 d")
            try leave(terminal)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }

        @Test("A view that is not there is an error that names those that are")
        func missing() throws {
            let views = try folder.write("[[view]]\nname = 'front'\nscreen = 'overview'\n", to: "two.toml")
            let terminal = try open("--views", views.path, "--view", "back")
            #expect(try terminal.exitStatus() == 2)
            try terminal.wait(for: "there are: front")
        }

        @Test("A workshop opens views and keeps none")
        func kiosk() throws {
            let views = try folder.write("[[view]]\nname = 'front'\nscreen = 'channels'\n", to: "three.toml")
            let terminal = try open("--views", views.path, "--kiosk")
            try terminal.wait(for: "1 Overview")
            try terminal.press("S")
            try terminal.wait(for: "kiosk mode: nothing is saved from here")
            try terminal.press("V")
            try terminal.wait(for: "Saved views")
            try terminal.press("Enter")
            try terminal.wait("the Channels screen") { $0[0].contains("› Channels") }
            try leave(terminal)
            #expect(try String(contentsOf: views, encoding: .utf8) == "[[view]]\nname = 'front'\nscreen = 'channels'\n")
        }
    }
}
