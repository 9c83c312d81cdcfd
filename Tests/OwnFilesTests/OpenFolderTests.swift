import Foundation
import Testing

@testable import OwnFiles

/// What is done in a folder is done in it, whatever bears the names there.
@Suite("Folders that are open")
struct OpenFolderTests {
    private let place = try? Place()

    /// What somebody may have put where one of our files is expected.
    enum Trap: CaseIterable {
        case linkToFile, linkToNothing, linkToFolder, secondName, pipe, folder, fullFolder

        func set(_ name: String, in place: Place) throws {
            let path = place.path("ours/\(name)")
            switch self {
            case .linkToFile: symlink(place.path("theirs/file"), path)
            case .linkToNothing: symlink(place.path("theirs/new"), path)
            case .linkToFolder: symlink(place.path("theirs"), path)
            case .secondName: link(place.path("theirs/file"), path)
            case .pipe: mkfifo(path, 0o644)
            case .folder: mkdir(path, 0o755)
            case .fullFolder:
                mkdir(path, 0o755)
                try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/x"))
            }
        }
    }

    /// A folder of ours, and one beside it that nothing may be done to.
    final class Place {
        let root: String
        let folder: OpenFolder

        init() throws {
            root = NSTemporaryDirectory() + "cxm-files-\(UUID().uuidString)"
            for name in ["", "/ours", "/theirs"] { mkdir(root + name, 0o755) }
            try Data("theirs".utf8).write(to: URL(fileURLWithPath: root + "/theirs/file"))
            folder = try OpenFolder(named: root + "/ours")
        }

        deinit {
            try? FileManager.default.removeItem(atPath: root)
        }

        func path(_ name: String) -> String { "\(root)/\(name)" }

        /// Names, contents and rights of what is not ours.
        func theirs() throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: path("theirs")).sorted().map { name in
                let path = path("theirs/\(name)")
                let mode = FileStatus(at: path).map { String($0.mode, radix: 8) } ?? ""
                return "\(name) \(mode) \(try String(contentsOfFile: path, encoding: .utf8))"
            }
        }
    }

    @Test("nothing is read, written, made, changed or removed through what stands in the way", arguments: Trap.allCases)
    func traps(trap: Trap) throws {
        let place = try #require(place)
        let before = try place.theirs()
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path("theirs"))
        func everything(_ name: String) {
            _ = try? place.folder.file(name).contents()
            if let file = try? place.folder.fileToChange(name) {
                try? file.write(Array("ours".utf8))
                try? file.cut(to: 0)
                file.set(.ownerOnly, (try? file.status()) ?? FileStatus(stat()))
            }
            if let file = try? place.folder.fileToLock(name), let status = try? file.status() {
                file.set(Rights(of: status), status)
                file.set(.ownerOnly, status)
            }
            _ = try? place.folder.makeFile(name, .ownerOnly)
            if let folder = try? place.folder.folder(name), let status = try? folder.status() {
                for name in folder.names() { folder.remove(file: name) }
                folder.set(.ownerOnly, status)
            }
            _ = try? place.folder.makeFolder(name, .ownerOnly)
            try? place.folder.put(Array("ours".utf8), as: name, .ownerOnly)
            place.folder.remove(file: name)
            place.folder.remove(emptyFolder: name)
        }
        try trap.set("it", in: place)
        everything("it")
        #expect(try place.theirs() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("theirs")) == names)
    }

    @Test("a name is one name", arguments: ["", ".", "..", "../theirs/file", "/etc/passwd", "a/b", "a\u{0}b"])
    func names(name: String) throws {
        let place = try #require(place)
        #expect(throws: FileFault.self) { try place.folder.file(name) }
        #expect(throws: FileFault.self) { try place.folder.folder(name) }
        #expect(throws: FileFault.self) { try place.folder.makeFile(name, .ownerOnly) }
        #expect(throws: FileFault.self) { try place.folder.put([1], as: name, .ownerOnly) }
        #expect(!place.folder.remove(file: name))
        #expect(place.folder.status(of: name) == nil)
    }

    @Test("a file is put whole, with its rights whatever the umask, and takes no place that is taken")
    func putting() throws {
        let place = try #require(place)
        let rights = Rights(of: try #require(FileStatus(at: place.path("theirs/file"))))
        try place.folder.put(Array("one".utf8), as: "a", rights)
        try place.folder.put(Array("two".utf8), as: "a", .ownerOnly)
        #expect(FileStatus(at: place.path("ours/a"))?.mode == 0o600)
        #expect(try place.folder.file("a").contents() == Array("two".utf8))
        let pending = try PendingFile(for: "a", in: place.folder, .ownerOnly)
        try pending.file.write([1])
        #expect(place.folder.names() == ["a"])
        do {
            try pending.place(replacing: false)
            Issue.record("it took the place")
        } catch {
            #expect(error.code == EEXIST)
        }
        try pending.place(replacing: true)
        #expect(place.folder.names() == ["a"])
        #expect(try place.folder.file("a").contents() == [1])
    }

    @Test("a work folder goes with its maker, and one that was left is swept away, but nothing that is not ours")
    func workFolders() throws {
        let place = try #require(place)
        let target = place.path("ours/store")
        var work: WorkFolder? = try WorkFolder(beside: target)
        _ = try work?.folder.makeFile(WorkFolder.Item.draft.rawValue, .ownerOnly)
        let name = try #require(place.folder.names().first)
        WorkFolder.sweep(beside: target)
        #expect(place.folder.names() == [name])
        #expect(FileStatus(at: place.path("ours/\(name)"))?.mode == 0o700)
        // As a kill leaves it, and with something in it that we never made.
        let left = ".store.cxm-0123456789abcdef"
        for name in [left, ".store.cxm-notes", ".store.cxm-0123456789abcdee"] {
            mkdir(place.path("ours/\(name)"), 0o700)
        }
        for item in ["lock", "draft", "draft-journal"] {
            try Data("x".utf8).write(to: URL(fileURLWithPath: place.path("ours/\(left)/\(item)")))
        }
        try Data("x".utf8).write(to: URL(fileURLWithPath: place.path("ours/.store.cxm-0123456789abcdee/thesis")))
        symlink(place.path("theirs"), place.path("ours/.store.cxm-0123456789abcded"))
        let before = try place.theirs()
        WorkFolder.sweep(beside: target)
        #expect(
            Set(place.folder.names()) == [
                name, ".store.cxm-notes", ".store.cxm-0123456789abcdee", ".store.cxm-0123456789abcded",
            ]
        )
        #expect(try place.theirs() == before)
        work = nil
        #expect(!place.folder.names().contains(name))
    }

    @Test("a link that the user names is followed, a loop and somebody else's in a sticky folder are not")
    func namedLinks() throws {
        let place = try #require(place)
        let link = place.path("ours/link")
        symlink("../theirs/file", link)
        #expect(try NamedPath.followed(link) == place.path("ours") + "/../theirs/file")
        symlink("loop", place.path("ours/loop"))
        #expect(throws: FileFault.self) { try NamedPath.followed(place.path("ours/loop")) }
        guard geteuid() == 0 else { return }
        chown(place.path("ours"), 65533, 65533)
        chmod(place.path("ours"), 0o1777)
        lchown(link, 65534, 65534)
        #expect(throws: FileFault.self) { try NamedPath.followed(link) }
    }

    @Test("what the path of a file is made of")
    func parts() {
        #expect(PathParts("/a/b") == PathParts("/a/b/"))
        #expect(PathParts("/a")?.folder == "/")
        #expect(PathParts("a")?.folder == ".")
        for path in ["/", "..", "a/..", ""] { #expect(PathParts(path) == nil) }
    }
}
