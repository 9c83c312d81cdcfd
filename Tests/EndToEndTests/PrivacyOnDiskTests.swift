import Foundation
import Testing

extension EndToEnd {
    @Suite("Who may read what lies on the disk")
    struct PrivacyOnDiskTests {
        private static let mapping = ["--column", "person=user", "--column", "time=at", "--column", "touchpoint=page"]
        private let folder: Folder
        private let store: String
        private let table: URL

        init() throws {
            folder = try Folder()
            store = folder.file("town.cxm").path
            let rows = (0..<3000).map { "u\($0 % 70),\(1_735_689_600_000 + $0 * 1000),p\($0 % 9)" }
            table = try folder.write("user,at,page\n" + rows.joined(separator: "\n") + "\n", to: "visits.csv")
        }

        private func importTable(_ more: String...) throws -> Program.Outcome {
            try Program.run(["import", table.path, "--store", store] + Self.mapping + more, in: folder)
        }

        /// The rights of the store and of all of its index; a folder's without those to enter it.
        private func rights() throws -> Set<Int> {
            let index = store + "-index"
            let paths =
                [store, index] + (try FileManager.default.subpathsOfDirectory(atPath: index).map { "\(index)/\($0)" })
            return Set(
                try paths.map {
                    let mode = try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int ?? 0
                    return mode & 0o666
                }
            )
        }

        private func names(_ path: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        }

        @Test("a new store and its index are for their maker alone")
        func new() throws {
            #expect(try importTable().status == 0)
            #expect(try rights() == [0o600])
        }

        @Test(
            "the rights of the store reach all of its index at the next command",
            arguments: [0o600, 0o640, 0o644, 0o660]
        )
        func chmodReachesIndex(mode: Int) throws {
            #expect(try importTable().status == 0)
            for mode in [0o644, mode] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: store)
                #expect(try Program.run(["show", "kpis", "--store", store], in: folder).status == 0)
                #expect(try rights() == [mode])
            }
            // And what comes after has them too.
            let more = try folder.write("user,at,page\nzoe,2025-01-03T00:00:00Z,p\n", to: "more.csv")
            let words = ["import", more.path, "--store", store] + Self.mapping
            #expect(try Program.run(words, in: folder).status == 0)
            #expect(try Program.run(["erase", "zoe", "--yes", "--store", store], in: folder).status == 0)
            #expect(try rights() == [mode])
        }

        @Test("an empty file that was made for the store keeps its rights")
        func emptyFile() throws {
            try Data().write(to: URL(fileURLWithPath: store))
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: store)
            #expect(try importTable().status == 0)
            #expect(try rights() == [0o640])
        }

        @Test("a dry run writes no file, says what the import then does, and leaves nothing when it is killed")
        func dryRun() throws {
            let temporary = folder.file("tmp").path
            try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
            let environment = Program.environment(home: folder.url).merging(["TMPDIR": temporary]) { $1 }
            let second = try folder.write(
                "user,at,page\nb,1735689600000,p\nu1,1735689601000,p1\nu1,x,p\n",
                to: "second.csv"
            )
            let words = ["import", table.path, second.path, "--source", "s", "--json", "--store", store] + Self.mapping
            func dry() throws -> [String: Any] {
                let outcome = try Program.Run(words + ["--dry-run"], environment: environment, input: nil).finish()
                #expect(outcome.status == 0, "\(outcome.errors)")
                return try outcome.json()
            }
            for isNew in [true, false] {
                let before = try names(folder.url.path)
                let bytes = FileManager.default.contents(atPath: store)
                let said = try dry()
                #expect(try names(folder.url.path) == before)
                #expect(try names(temporary) == [])
                #expect(FileManager.default.contents(atPath: store) == bytes)
                let done = try Program.run(words, in: folder).json()
                for key in ["read", "stored", "duplicates", "rejected", "ties"] {
                    #expect(said[key] as? Int == done[key] as? Int, "\(key), new: \(isNew)")
                }
                #expect((said["stored"] as? Int == 0) == !isNew)
            }
            let rows = (0..<60_000).map { "w\($0 % 5000),\(1_735_689_600_000 + $0 * 1000),page \($0 % 17)" }
            let large = try folder.write("user,at,page\n" + rows.joined(separator: "\n") + "\n", to: "large.csv")
            let before = try names(folder.url.path)
            for part in 0..<6 {
                let arguments = ["import", large.path, "--store", store, "--dry-run"] + Self.mapping
                let run = try Program.Run(arguments, environment: environment, input: nil)
                Thread.sleep(forTimeInterval: 0.15 * Double(part))
                kill(run.process.processIdentifier, SIGKILL)
                _ = try run.finish()
                #expect(try names(folder.url.path) == before)
                #expect(try names(temporary) == [])
            }
        }

        @Test("what is rejected is for who imports it, and a dashboard's last frame for who left it")
        func others() throws {
            let broken = try folder.write("user,at,page\na,2025-01-01T00:00:00Z,p\nb,never,p\n", to: "broken.csv")
            let rejects = folder.file("rejects.csv").path
            let words = ["import", broken.path, "--store", store, "--rejects", rejects] + Self.mapping
            #expect(try Program.run(words, in: folder).status == 0)
            #expect(try FileManager.default.attributesOfItem(atPath: rejects)[.posixPermissions] as? Int == 0o600)
            let cache = folder.file("cache/cxm").path
            let environment = ["XDG_CACHE_HOME": folder.file("cache").path]
            let terminal = try TerminalSession([store], environment: environment, in: folder)
            try terminal.wait(for: "1 Overview")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
            #expect(try names(cache).count == 1)
            for name in try names(cache) {
                let mode =
                    try FileManager.default.attributesOfItem(atPath: "\(cache)/\(name)")[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
        }

        @Test("erasing says where copies may be, with the store's own number in their names")
        func copies() throws {
            #expect(try importTable().status == 0)
            let erased = try Program.run(["erase", "u1", "--yes", "--store", store], in: folder)
            #expect(erased.status == 0)
            #expect(erased.errors.contains("~/.cache/cxm (index-"))
            #expect(erased.errors.contains("backups stay as they are"))
        }
    }
}
