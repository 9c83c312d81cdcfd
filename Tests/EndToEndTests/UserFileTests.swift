import Foundation
import Testing

extension EndToEnd {
    /// Files that people write, as they must not be: nothing in them ends the program by a signal, and what is said names
    /// the file, and the line where there is one.
    @Suite("Files of the user's that are broken")
    struct UserFileTests {
        private let folder: Folder
        private let store: String

        init() throws {
            folder = try Folder()
            store = try SmallStore.make(in: folder)
        }

        /// Texts that no TOML reader takes, with the line at fault; the first ones once ended every command.
        static let texts: [(text: String, line: Int)] = [
            ("[.a]\n", 1), ("[[.a]]\n", 1), ("[a]\nb = 1\n[ .c]\n", 3), ("a = [.\n", 1), ("\n\na = \"\\q\"\n", 3),
            ("a = " + String(repeating: "[", count: 100_000), 1), ("a = 'x\n", 1), ("a\0b = 1\n", 1),
        ]

        private func write(_ text: String, to name: String) throws -> String {
            let file = folder.file(name)
            let parent = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            return try folder.write(text, to: name).path
        }

        @Test("A settings file is a warning, and the command answers", arguments: texts.indices)
        func settings(_ index: Int) throws {
            let (text, line) = Self.texts[index]
            let usual = try write(text, to: ".config/cxm/config.toml")
            let named = try write(text, to: "own.toml")
            for (words, file) in [([], usual), (["--config", named], named)] as [([String], String)] {
                let outcome = try Program.run(["show", "kpis", "--store", store] + words, in: folder)
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(outcome.output.contains("Service indicators"))
                #expect(outcome.errors.contains("cxm: warning: \(file):\(line): "), "\(outcome.errors)")
                #expect(outcome.errors.contains("nothing in the file counts"))
            }
        }

        @Test("A mapping file ends the import with its line and the way out", arguments: texts.indices)
        func mapping(_ index: Int) throws {
            let (text, line) = Self.texts[index]
            let map = try write(text, to: "map.toml")
            let data = folder.file("small.csv").path
            let outcome = try Program.run(["import", data, "--store", store, "--map", map], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("cxm: error: \(map), line \(line): "), "\(outcome.errors)")
            #expect(outcome.errors.contains("A mapping file is TOML, for example:"))
        }

        @Test("A theme is listed as one that cannot be used, beside all the others", arguments: texts.indices)
        func theme(_ index: Int) throws {
            let (text, line) = Self.texts[index]
            let theme = try write(text, to: "themes/broken.toml")
            let library = ["--themes-dir", folder.file("themes").path]
            let list = try Program.run(["themes", "list"] + library, in: folder)
            #expect(list.status == 0)
            #expect(list.output.contains("dark") && list.output.contains("light"))
            #expect(list.output.contains("cannot be used: ") && list.output.contains("broken"), "\(list.output)")
            let check = try Program.run(["themes", "check"] + library, in: folder)
            #expect(check.status == 1)
            #expect(check.output.contains("\(theme):\(line): "), "\(check.output)")
            let show = try Program.run(["themes", "show", "broken"] + library, in: folder)
            #expect(show.status == 2)
            #expect(show.errors.contains("\(theme):\(line): "), "\(show.errors)")
            let picture = try Program.run(
                ["picture", "4", "--store", store, "--theme", "broken"] + library,
                in: folder
            )
            #expect(picture.status == 2)
        }

        @Test("One view that is no TOML takes no other away", arguments: texts.indices)
        func views(_ index: Int) throws {
            let (text, _) = Self.texts[index]
            func view(_ name: String) -> String { "[[view]]\nname = '\(name)'\nscreen = 'channels'\n" }
            let all = [view("front"), "[[view]]\nname = 'x'", text, view("rear")].joined(separator: "\n")
            let views = try write(all, to: "views.toml")
            let input = try folder.write("quit\n", to: "input")
            for name in ["front", "rear"] {
                let words = [store, "--plain", "--views", views, "--view", name]
                let outcome = try Program.run(words, in: folder, input: input)
                #expect(outcome.status == 0, "\(name): \(outcome.errors)")
                #expect(outcome.output.contains("Channels"), "\(name): \(outcome.output)")
            }
        }

        /// What stands where a file should: nothing of it is waited for, and each is said in words.
        private func makePlaces() throws -> [(path: String, says: String)] {
            let pipe = folder.file("pipe.toml").path
            #expect(mkfifo(pipe, 0o600) == 0)
            let circle = folder.file("circle.toml").path
            #expect(symlink(circle, circle) == 0)
            let device = folder.file("device.toml").path
            #expect(symlink("/dev/zero", device) == 0)
            let enormous = folder.file("enormous.toml")
            try Data().write(to: enormous)
            // As long as a terabyte, and no byte of it on disk.
            #expect(truncate(enormous.path, 1 << 40) == 0)
            let latin = folder.file("latin.toml")
            try Data(Array("a = 1\nb = 'caf".utf8) + [0xE9] + Array("'\n".utf8)).write(to: latin)
            let inside = folder.file("folder.toml")
            try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
            return [
                (pipe, "a pipe or a device"), (circle, "lead in a circle"), (device, "a pipe or a device"),
                (enormous.path, "longer than 1 MiB"), (latin.path, "2: the text is not UTF-8"),
                (inside.path, "a folder"),
            ]
        }

        @Test("Pipes, devices, folders, links in a circle, enormous files and other encodings")
        func places() throws {
            for (path, says) in try makePlaces() {
                let info = try Program.run(["info", "--store", store, "--config", path], in: folder)
                #expect(info.status == 0 && info.errors.contains(says), "\(path): \(info.errors)")
                let data = folder.file("small.csv").path
                let mapped = try Program.run(["import", data, "--store", store, "--map", path], in: folder)
                #expect(mapped.status == 2 && mapped.errors.contains(says), "\(path): \(mapped.errors)")
                let checked = try Program.run(["themes", "check", path, "dark"], in: folder)
                #expect(checked.status == 1 && checked.output.contains(says), "\(path): \(checked.output)")
                let input = try folder.write("quit\n", to: "input")
                let plain = try Program.run([store, "--plain", "--views", path], in: folder, input: input)
                #expect(plain.status == 0, "\(path): \(plain.errors)")
                #expect((plain.output + plain.errors).contains(says), "\(path): \(plain.output)\(plain.errors)")
            }
            let themes = try Program.run(["themes", "list", "--themes-dir", folder.url.path], in: folder)
            #expect(themes.status == 0 && themes.output.contains("dark"))
        }

        @Test("Settings from /dev/null are none")
        func none() throws {
            let outcome = try Program.run(["info", "--store", store, "--config", "/dev/null"], in: folder)
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
        }
    }
}
