import Foundation
import Testing

extension EndToEnd {
    /// What somebody may put where the program keeps files of its own, by every place, with every command: nothing that is not
    /// the program's is read, made, changed, opened to others or removed, and the answer is right.
    @Suite("A hostile folder")
    struct HostileFolderTests {
        /// What bears a name that the program uses.
        enum Trap: String, CaseIterable {
            case linkToFolder, linkToFile, linkToNothing, loop, folder, secondName, pipe, file
        }

        private static let mapping = ["--column", "person=user", "--column", "time=at", "--column", "touchpoint=page"]
        private let folder: Folder
        private let store: String
        private let table: URL

        init() throws {
            folder = try Folder()
            store = folder.file("town.cxm").path
            table = try folder.write(
                "user,at,page\na,2025-01-01T00:00:00Z,p\nb,2025-01-02T00:00:00Z,q\n",
                to: "visits.csv"
            )
            for name in ["2024", "columns-5f3c"] {
                let place = folder.file("mine/\(name)")
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                for file in ["jan.md", "time.8", "manifest"] {
                    try Data("mine".utf8).write(to: place.appendingPathComponent(file))
                }
            }
            for file in ["thesis.txt", "manifest", "lock", "answers-5f3c"] {
                try Data("mine".utf8).write(to: folder.file("mine/\(file)"))
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.file("mine").path)
        }

        private func run(_ words: String..., input: URL? = nil) throws -> Program.Outcome {
            try Program.run(words + ["--store", store], in: folder, input: input)
        }

        private func importTable(_ more: String...) throws -> Program.Outcome {
            try Program.run(["import", table.path, "--store", store] + Self.mapping + more, in: folder)
        }

        /// Every name, right and byte of what is not the program's.
        private func mine() throws -> [String] {
            try ([""] + FileManager.default.subpathsOfDirectory(atPath: folder.file("mine").path).sorted()).map {
                name in
                let path = folder.file("mine/\(name)").path
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                let mode = attributes[.posixPermissions] as? Int ?? 0
                return "\(name) \(String(mode, radix: 8)) \(FileManager.default.contents(atPath: path)?.count ?? -1)"
            }
        }

        private func set(_ trap: Trap, at path: String) throws {
            switch trap {
            case .linkToFolder: symlink(folder.file("mine").path, path)
            case .linkToFile: symlink(folder.file("mine/thesis.txt").path, path)
            case .linkToNothing: symlink(folder.file("mine/new").path, path)
            case .loop: symlink(path, path)
            case .folder:
                try FileManager.default.createDirectory(atPath: path + "/2024", withIntermediateDirectories: true)
                try Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/2024/feb.md"))
                try Data("mine".utf8).write(to: URL(fileURLWithPath: path + "/chapter.md"))
            case .secondName: link(folder.file("mine/thesis.txt").path, path)
            case .pipe: mkfifo(path, 0o644)
            case .file: try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
            }
        }

        /// Whether the trap is as it was set.
        private func stands(_ trap: Trap, at path: String) -> Bool {
            guard trap == .folder else { return (try? FileManager.default.attributesOfItem(atPath: path)) != nil }
            return ["/2024/feb.md", "/chapter.md"].allSatisfy { FileManager.default.fileExists(atPath: path + $0) }
        }

        /// Reads, imports an event of somebody new, and erases them again: each is right.
        ///
        /// - Parameter isBrief: the commands that come nearest only.
        private func expectRightAnswers(_ what: String, isBrief: Bool = false) throws {
            for words in isBrief ? [["show", "overview"]] : [["show", "kpis"], ["show", "overview"], ["info"]] {
                let outcome = try Program.run(words + ["--store", store], in: folder)
                #expect(outcome.status == 0, "\(what), \(words): \(outcome.errors)")
            }
            let person = "c-" + UUID().uuidString
            let more = try folder.write("user,at,page\n\(person),2025-01-03T00:00:00Z,p\n", to: "more.csv")
            let words = ["import", more.path, "--store", store, "--json"] + Self.mapping
            let added = try Program.run(words, in: folder)
            #expect(added.status == 0, "\(what): \(added.errors)")
            #expect(try added.json()["stored"] as? Int == 1, "\(what)")
            if isBrief { return }
            let erased = try run("erase", person, "--yes")
            #expect(erased.status == 0, "\(what): \(erased.errors)")
            #expect(try run("info", "--json").json()["events"] as? Int == 2, "\(what)")
        }

        @Test("in the place of the index: refused in words, and left as it is", arguments: Trap.allCases)
        func index(trap: Trap) throws {
            let index = store + "-index"
            try set(trap, at: index)
            let before = try mine()
            let first = try importTable()
            #expect(first.status == 0, "\(first.errors)")
            try expectRightAnswers("\(trap)")
            #expect(try mine() == before, "\(trap)")
            #expect(stands(trap, at: index), "\(trap)")
            let reader = try run("show", "kpis")
            #expect(reader.errors.contains("'\(index)' is not used as the index"), "\(trap): \(reader.errors)")
        }

        @Test("in the place of any part of the index: it is made anew or done without", arguments: Trap.allCases)
        func parts(trap: Trap) throws {
            #expect(try importTable().status == 0)
            let index = store + "-index"
            let count = try FileManager.default.subpathsOfDirectory(atPath: index).count
            #expect(count > 8)
            for place in 0..<count {
                // The columns are called something else each time.
                let names = try FileManager.default.subpathsOfDirectory(atPath: index).sorted()
                guard place < names.count else { break }
                let name = names[place]
                // Of the columns every fifth: they are opened by the same lines.
                if name.contains("/"), place % 5 != 0 { continue }
                let path = "\(index)/\(name)"
                try FileManager.default.removeItem(atPath: path)
                try set(trap, at: path)
                let before = try mine()
                try expectRightAnswers("\(trap) in place of \(name)", isBrief: true)
                #expect(try mine() == before, "\(trap) in place of \(name)")
                for left in [index, folder.file(".cache").path] {
                    try? FileManager.default.removeItem(atPath: left)
                }
                #expect(try run("show", "kpis").status == 0)
            }
        }

        @Test("in the place of the cache folder's files", arguments: Trap.allCases)
        func cache(trap: Trap) throws {
            #expect(try importTable().status == 0)
            try FileManager.default.removeItem(atPath: store + "-index")
            try Data().write(to: URL(fileURLWithPath: store + "-index"))
            _ = try run("show", "kpis")
            let cache = folder.file(".cache/cxm").path
            let index = try #require(try FileManager.default.contentsOfDirectory(atPath: cache).first)
            for path in ["\(cache)/\(index)", cache] {
                try FileManager.default.removeItem(atPath: path)
                try set(trap, at: path)
                let before = try mine()
                try expectRightAnswers("\(trap) at \(path)")
                // A link of the user's own to a folder of their own is theirs to choose; what is in that folder stays.
                let after = try mine().filter { !$0.hasPrefix("index-") && !$0.hasPrefix(" ") }
                #expect(after == before.filter { !$0.hasPrefix(" ") }, "\(trap) at \(path)")
                try FileManager.default.removeItem(atPath: path)
            }
        }

        @Test("files of others beside the store, called nearly as the program's own, stay")
        func nearly() throws {
            let names = [
                "town.cxm.new-2024-notes.txt", "town.cxm.staging-notes.txt", "town.cxm.new-99999999-1",
                ".town.cxm.cxm-0123456789abcdef", "town.cxm-index/chapter1.md", "town.cxm-index/columns-5f3c/thesis",
                "town.cxm-index/columns-notes/time.8", "town.cxm-index/manifest.old", "town.cxm-index/answers.md",
            ]
            #expect(try importTable().status == 0)
            for name in names {
                let file = folder.file(name)
                let place = file.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try Data("mine".utf8).write(to: file)
            }
            try expectRightAnswers("nearly")
            for name in names {
                #expect(FileManager.default.contents(atPath: folder.file(name).path) == Data("mine".utf8))
            }
        }

        @Test("an import that fails takes nothing away that it has not made")
        func failedImport() throws {
            try FileManager.default.createDirectory(atPath: store + "-index", withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: URL(fileURLWithPath: store + "-index/chapter1.md"))
            let rejects = try folder.write("kept", to: "rejects.csv")
            let broken = try folder.write("user,at,page\na,2025-01-01 00:00,p\n", to: "broken.csv")
            let words = ["import", broken.path, "--store", store, "--rejects", rejects.path] + Self.mapping
            #expect(try Program.run(words, in: folder).status == 2)
            #expect(FileManager.default.fileExists(atPath: store + "-index/chapter1.md"))
            #expect(!FileManager.default.fileExists(atPath: store))
            #expect(try String(contentsOf: rejects, encoding: .utf8) == "kept")
            for name in ["pipe", "link"] {
                let path = folder.file(name).path
                if name == "pipe" { mkfifo(path, 0o600) } else { symlink(folder.file("mine/thesis.txt").path, path) }
                _ = try Program.run(
                    ["import", broken.path, "--store", store, "--rejects", path] + Self.mapping,
                    in: folder
                )
                #expect((try? FileManager.default.attributesOfItem(atPath: path)) != nil)
            }
            #expect(try String(contentsOf: folder.file("mine/thesis.txt"), encoding: .utf8) == "mine")
        }

        @Test("an output that is a link is followed, a device stays one, and a pipe that nobody reads is said")
        func outputs() throws {
            #expect(try importTable().status == 0)
            let link = folder.file("link.html").path
            symlink("mine/thesis.txt", link)
            #expect(try run("report", "--view", "kpis", "--output", link).status == 0)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "mine/thesis.txt")
            #expect(try String(contentsOf: folder.file("mine/thesis.txt"), encoding: .utf8).contains("<html"))
            let device = folder.file("device").path
            if mknod(device, S_IFCHR | 0o666, 1 << 8 | 3) == 0, let handle = FileHandle(forWritingAtPath: device) {
                try handle.close()
                #expect(try run("report", "--view", "kpis", "--output", device).status == 0)
                #expect(
                    try FileManager.default.attributesOfItem(atPath: device)[.type] as? FileAttributeType
                        == .typeCharacterSpecial
                )
            }
            let pipe = folder.file("pipe").path
            mkfifo(pipe, 0o600)
            let refused = try run("report", "--view", "kpis", "--output", pipe)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("nobody reads the pipe"))
        }
    }
}
