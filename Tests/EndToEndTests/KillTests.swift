import Foundation
import Testing

extension EndToEnd {
    @Suite("An import killed at any moment leaves whole batches only")
    struct KillTests {
        private static let rows = 60_000
        private let mapping = ["--column", "person=user", "--column", "time=at", "--column", "touchpoint=page"]

        @Test("Kill -9 early, while it reads, while it writes, and as it ends", .timeLimit(.minutes(10)))
        func killed() throws {
            let folder = try Folder()
            let first = try folder.write(table(rows: 50, name: "first"), to: "first.csv")
            let second = try folder.write(table(rows: Self.rows, name: "second"), to: "second.csv")
            let whole = try measure(first, second, in: folder)

            var sawEmpty = false
            var sawWhole = false
            for part in 0...12 {
                let store = folder.file("killed-\(part).cxm").path
                try #require(try importing(first, into: store, folder).status == 0)
                let run = try Program.start(["import", second.path, "--store", store] + mapping, in: folder)
                // From the start of the process to about the time that a whole import took; the last is let through.
                if part < 12 {
                    Thread.sleep(forTimeInterval: whole * Double(part) / 11)
                    kill(run.process.processIdentifier, SIGKILL)
                }
                _ = try run.finish()

                let events = try #require(
                    try Program.run(["info", "--store", store, "--json"], in: folder).json()["events"] as? Int
                )
                #expect(events == 50 || events == 50 + Self.rows, "part of a batch is in: \(events) events")
                sawEmpty = sawEmpty || events == 50
                sawWhole = sawWhole || events == 50 + Self.rows

                let again = try importing(second, into: store, folder).json()
                #expect(again["stored"] as? Int == 50 + Self.rows - events)
                #expect(again["duplicates"] as? Int == events - 50)
                let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
                    .filter {
                        $0.hasPrefix("killed-\(part).")
                            && !["cxm", "cxm-index"].contains($0.split(separator: ".").last)
                    }
                #expect(left.isEmpty, "left behind: \(left)")
            }
            #expect(sawEmpty, "no kill came before the batch was in")
            #expect(sawWhole, "no import was let through")
        }

        /// Seconds that the second import takes when nothing disturbs it.
        private func measure(_ first: URL, _ second: URL, in folder: Folder) throws -> Double {
            let store = folder.file("whole.cxm").path
            _ = try importing(first, into: store, folder)
            let begin = Date()
            let outcome = try importing(second, into: store, folder)
            #expect(try outcome.json()["stored"] as? Int == Self.rows)
            return Date().timeIntervalSince(begin)
        }

        private func importing(_ file: URL, into store: String, _ folder: Folder) throws -> Program.Outcome {
            try Program.run(["import", file.path, "--store", store, "--json"] + mapping, in: folder)
        }

        private func table(rows: Int, name: String) -> String {
            var lines = ["user,at,page"]
            for row in 0..<rows {
                lines.append("\(name)-\(row % 5000),\(1_735_689_600_000 + row * 1000),page \(row % 17)")
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }
}
