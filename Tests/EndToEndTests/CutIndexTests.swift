import Foundation
import Synchronization
import Testing

extension EndToEnd {
    /// A file that is cut takes its pages with it, from whoever has it mapped.
    @Suite("Index files that are cut while they are read")
    struct CutIndexTests {
        private static let views = [
            ["show", "funnel", "--step", "start", "--step", "end"], ["show", "paths"], ["show", "channels"],
            ["show", "overview"],
        ]

        private static func columns(_ store: String) -> [String] {
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: store + "-index")) ?? []
            return names.filter { $0.contains("/") }.sorted().map { "\(store)-index/\($0)" }
        }

        private static func cutAll(_ store: String) {
            for file in columns(store) { truncate(file, 0) }
        }

        @Test("A dashboard goes on, and shows what it would")
        func dashboard() throws {
            let folder = try Folder()
            let store = try SmallStore.make(in: folder)
            let keys = ["2", "3", "4", "5", "6", "1"]
            let titles = ["› Funnel", "› Paths", "› Channels", "› Preferences", "› Maturity", "COMPLETION"]
            func screens(_ before: () -> Void) throws -> [String] {
                let terminal = try TerminalSession([store], in: folder)
                try terminal.wait(for: "COMPLETION")
                var screens: [String] = []
                for (key, title) in zip(keys, titles) {
                    before()
                    try terminal.press(key)
                    try terminal.wait(for: title)
                    try terminal.settled()
                    screens.append(try terminal.screen().joined(separator: "\n"))
                }
                try terminal.press("q")
                #expect(try terminal.exitStatus() == 0)
                return screens
            }
            let expected = try screens {}
            for (shown, expected) in zip(try screens { Self.cutAll(store) }, expected) { #expect(shown == expected) }
        }

        @Test("Commands answer rightly, or say what is wrong")
        func commands() throws {
            let folder = try Folder()
            let store = try SmallStore.make(in: folder)
            let expected = try Self.views.map { view in
                let outcome = try Program.run(view + ["--store", store, "--format", "json"], in: folder)
                try #require(outcome.status == 0, "\(outcome.errors)")
                return outcome.output
            }
            let cutter = Cutter(store)
            defer { cutter.stop() }
            for _ in 0..<12 {
                for (view, expected) in zip(Self.views, expected) {
                    let outcome = try Program.run(view + ["--store", store, "--format", "json"], in: folder)
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    #expect(outcome.output == expected)
                }
            }
            #expect(cutter.stop() > 20)
            Self.cutAll(store)
            let outcome = try Program.run(Self.views[0] + ["--store", store, "--format", "json"], in: folder)
            #expect(outcome.output == expected[0])
        }

        @Test("A fault of other memory still ends the program, with the terminal given back")
        func otherMemory() throws {
            let folder = try Folder()
            let store = try SmallStore.make(in: folder)
            let library = try Self.copiedLibrary("libsqlite3.so", store, folder)
            let terminal = try RawTerminal([store], environment: ["LD_LIBRARY_PATH": folder.url.path], in: folder)
            _ = try terminal.take("the Overview") { $0.firstRange(of: Array("COMPLETION".utf8)) != nil }
            _ = terminal.takeUntilRest(0.2)
            // What it runs next of that library is not there any more.
            truncate(library.path, 0)
            let more = try folder.write("user,at,page\nq,2025-12-30T00:00:00Z,start\n", to: "more.csv")
            let words = ["person=user", "time=at", "touchpoint=page"].flatMap { ["--column", $0] }
            #expect(try Program.run(["import", more.path, "--store", store] + words, in: folder).status == 0)
            #expect(terminal.exitStatus(seconds: 20) == 128 + SIGBUS)
            #expect(terminal.hasItsModes)
            let last = String(decoding: terminal.takeUntilRest(0.1), as: UTF8.self)
            #expect(last.contains("\u{1B}[?1049l") && last.contains("\u{1B}[?25h"))
        }

        /// A copy, in `folder`, of a library that the program has loaded.
        private static func copiedLibrary(_ name: String, _ store: String, _ folder: Folder) throws -> URL {
            let terminal = try RawTerminal([store], in: folder)
            _ = try terminal.take("the Overview") { $0.firstRange(of: Array("COMPLETION".utf8)) != nil }
            let file = try #require(FileHandle(forReadingAtPath: "/proc/\(terminal.process)/maps"))
            let maps = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
            kill(terminal.process, SIGTERM)
            _ = terminal.exitStatus(seconds: 5)
            let line = try #require(maps.split(separator: "\n").first { $0.contains("/\(name)") })
            let path = try #require(line.split(separator: " ").last.map(String.init))
            let copy = folder.file(name + ".0")
            try FileManager.default.copyItem(atPath: path, toPath: copy.path)
            return copy
        }

        /// Cuts columns of an index, whichever there are, all the time.
        private final class Cutter: Sendable {
            private let isDone = Atomic(false)
            private let cuts = Atomic(0)

            init(_ store: String) {
                Thread.detachNewThread { [self] in
                    while !isDone.load(ordering: .relaxed) {
                        guard let file = CutIndexTests.columns(store).randomElement() else { continue }
                        if truncate(file, off_t.random(in: 0..<4096)) == 0 { cuts.add(1, ordering: .relaxed) }
                        usleep(useconds_t.random(in: 1000..<30_000))
                    }
                }
            }

            /// How many there were.
            @discardableResult
            func stop() -> Int {
                isDone.store(true, ordering: .relaxed)
                return cuts.load(ordering: .relaxed)
            }
        }
    }
}
