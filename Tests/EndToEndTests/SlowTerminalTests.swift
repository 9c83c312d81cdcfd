import Foundation
import Testing

extension EndToEnd {
    @Suite("A terminal that takes its time")
    struct SlowTerminalTests {
        private let folder: Folder
        private let store: String

        init() throws {
            (folder, store) = try Town.made.get()
        }

        private static let title = Array("COMPLETION".utf8)
        private static let redraw = "\u{0C}"

        /// Lets it paint, without taking anything, until the terminal takes no more.
        private func fill(_ terminal: RawTerminal) throws {
            for _ in 0..<500 where terminal.takesMore {
                terminal.press(Self.redraw)
                let end = Date().addingTimeInterval(0.1)
                while terminal.takesMore, Date() < end { Thread.sleep(forTimeInterval: 0.005) }
            }
            try #require(!terminal.takesMore)
        }

        @Test("Nothing is lost on the way to one whose writes do not wait", arguments: [false, true])
        func slow(waits: Bool) throws {
            let terminal = try RawTerminal([store], width: 200, height: 60, waits: waits, in: folder)
            _ = try terminal.take("the Overview") { $0.firstRange(of: Self.title) != nil }
            _ = terminal.takeUntilRest()
            terminal.press(Self.redraw)
            let frame = terminal.takeUntilRest()
            try #require(frame.count > 1000)
            try fill(terminal)
            terminal.press(Self.redraw)
            let all = terminal.takeUntilRest()
            // Keys that come together are answered with one frame.
            #expect(all.count >= frame.count)
            #expect(all.count % frame.count == 0)
            let isWhole = stride(from: 0, to: all.count, by: frame.count).allSatisfy { start in
                Array(all[start..<min(all.count, start + frame.count)]) == frame
            }
            #expect(isWhole)
            terminal.press("q")
            _ = terminal.takeUntilRest()
            #expect(terminal.exitStatus() == 0)
            #expect(terminal.hasItsModes)
        }

        @Test("One that takes nothing any more keeps no process that is to end", arguments: [false, true])
        func stuck(waits: Bool) throws {
            for signal in [SIGTERM, SIGHUP] {
                let terminal = try RawTerminal([store], width: 200, height: 60, waits: waits, in: folder)
                _ = try terminal.take("the Overview") { $0.firstRange(of: Self.title) != nil }
                try fill(terminal)
                kill(terminal.process, signal)
                #expect(terminal.exitStatus() == 128 + signal)
                #expect(terminal.hasItsModes)
            }
        }

        @Test("What is printed into a pipe that does not wait comes whole")
        func printed() throws {
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0)
            let (reading, writing) = (FileHandle(fileDescriptor: ends[0]), FileHandle(fileDescriptor: ends[1]))
            _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
            let process = Process()
            process.executableURL = Program.url
            process.arguments = ["report", "--store", store]
            process.environment = Program.environment(home: folder.url)
            process.standardOutput = writing
            try process.run()
            try writing.close()
            var read = Data()
            while let piece = try reading.read(upToCount: 300), !piece.isEmpty { read += piece }
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            let whole = try Program.run(["report", "--store", store], in: folder).output
            // More than a pipe holds.
            try #require(whole.utf8.count > 1 << 16)
            #expect(read == Data(whole.utf8))
        }

        @Test("The dashboard in lines reads what comes late from one that does not wait")
        func lines() throws {
            let terminal = try RawTerminal([store, "--plain"], waits: false, in: folder)
            _ = try terminal.take("a prompt") { $0.firstRange(of: Array("Command: ".utf8)) != nil }
            terminal.press("funnel\n")
            _ = try terminal.take("the Funnel") { $0.firstRange(of: Array("Funnel".utf8)) != nil }
            terminal.press("quit\n")
            #expect(terminal.exitStatus() == 0)
        }
    }
}
