import Foundation
import Testing

extension EndToEnd {
    @Suite("The index beside the store")
    struct IndexTests {
        private let mapping = ["--column", "person=user", "--column", "time=at", "--column", "touchpoint=page"]

        private func table(_ name: String, people: Int) -> String {
            var lines = ["user,at,page"]
            for person in 0..<people {
                for (hour, page) in ["start", "form", "done"].prefix(1 + person % 3).enumerated() {
                    lines.append("\(name)\(person),\(1_735_689_600_000 + person * 600_000 + hour * 3_600_000),\(page)")
                }
            }
            return lines.joined(separator: "\n") + "\n"
        }

        /// A store of two imports.
        private func town() throws -> (folder: Folder, store: String) {
            let folder = try Folder()
            let store = folder.file("town.cxm").path
            for (name, people) in [("first", 300), ("second", 20)] {
                let file = try folder.write(table(name, people: people), to: "\(name).csv")
                let outcome = try Program.run(["import", file.path, "--store", store] + mapping, in: folder)
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            return (folder, store)
        }

        private func funnel(_ store: String, _ folder: Folder) throws -> String {
            let steps = ["start", "form", "done"]
            let words =
                ["show", "funnel"] + steps.flatMap { ["--step", $0] } + ["--store", store, "--format", "json"]
            let outcome = try Program.run(words, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.output
        }

        /// The files that an index made anew has too: answers are prepared by imports only.
        private func files(_ index: String) throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: index).sorted().map { "\(index)/\($0)" }
                .filter {
                    (try? FileManager.default.contentsOfDirectory(atPath: $0)) == nil && !$0.contains("/answers-")
                }
        }

        @Test("changed bytes in any of its files change no answer")
        func damage() throws {
            let (folder, store) = try town()
            let expected = try funnel(store, folder)
            #expect(expected.contains("320"))
            let names = try files(store + "-index").count
            #expect(names > 10)
            for place in 0..<names {
                let files = try files(store + "-index")
                #expect(files.count == names)
                var bytes = try Data(contentsOf: URL(filePath: files[place]))
                guard !bytes.isEmpty else { continue }
                for offset in Set([0, bytes.count / 2, bytes.count - 1]) { bytes[offset] ^= 0x55 }
                try bytes.write(to: URL(filePath: files[place]))
                #expect(try funnel(store, folder) == expected, "\(files[place])")
            }
            // What no funnel reads may be damaged still; without it, it is all made anew.
            try FileManager.default.removeItem(atPath: store + "-index")
            #expect(try funnel(store, folder) == expected)
            #expect(FileManager.default.fileExists(atPath: store + "-index/manifest"))
        }

        @Test("a store in a place that cannot be written opens, without an index and with one")
        func unwritable() throws {
            let (folder, store) = try town()
            let expected = try funnel(store, folder)
            let place = folder.file("fixed")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let fixed = place.appendingPathComponent("town.cxm").path
            try FileManager.default.copyItem(atPath: store, toPath: fixed)
            // Nobody can make an index here: where nothing stops root, its name is taken by a file.
            try Data().write(to: URL(filePath: fixed + "-index"))
            for path in [fixed, place.path] {
                let rights = path == fixed ? 0o444 : 0o555
                try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
            }
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path) }
            #expect(try funnel(fixed, folder) == expected)
            #expect(FileManager.default.fileExists(atPath: folder.file(".cache/cxm").path))
            #expect(try funnel(fixed, folder) == expected)
            // Not even the user's own folder can be written.
            try FileManager.default.removeItem(at: folder.file(".cache"))
            try Data().write(to: folder.file(".cache"))
            #expect(try funnel(fixed, folder) == expected)
        }

        @Test("behind a symbolic link, the index is the store's own, and an import changes the store and not the link")
        func linked() throws {
            let (folder, store) = try town()
            let expected = try funnel(store, folder)
            let link = folder.file("linked").appendingPathComponent("current.cxm").path
            try FileManager.default.createDirectory(at: folder.file("linked"), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../town.cxm")
            #expect(try funnel(link, folder) == expected)
            let third = try folder.write(table("third", people: 3), to: "third.csv")
            let words = ["import", third.path, "--store", link] + mapping
            #expect(try Program.run(words + ["--dry-run"], in: folder).status == 0)
            #expect(try funnel(store, folder) == expected)
            #expect(try Program.run(words, in: folder).status == 0)
            #expect(try funnel(store, folder).contains("323"))
            #expect(try funnel(link, folder) == funnel(store, folder))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "../town.cxm")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("linked").path) == ["current.cxm"])
            let terminal = try TerminalSession([link], in: folder)
            try terminal.wait(for: "1 Overview")
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }

        @Test("An import by another process is counted on the screen within two seconds")
        func live() throws {
            let (folder, store) = try town()
            let terminal = try TerminalSession([store], in: folder)
            try terminal.wait(for: "1 Overview")
            try terminal.press("3")
            try terminal.wait(for: "320")
            let third = try folder.write(table("third", people: 3), to: "third.csv")
            #expect(try Program.run(["import", third.path, "--store", store] + mapping, in: folder).status == 0)
            try terminal.wait(for: "323", seconds: 2)
            try terminal.press("q")
            #expect(try terminal.exitStatus() == 0)
        }
    }
}
