import Foundation
import OwnFiles
import Testing

@testable import Commands

@Suite("Files that somebody named for output")
struct FilesTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func write(_ text: String, _ name: String, replacing: Bool = false) throws {
        try WholeFile(named: name, folder: scratch.url.path, home: nil).write(Data(text.utf8), replacing: replacing)
    }

    private func complaint(_ name: String, replacing: Bool = false) -> Complaint? {
        do {
            try write("x", name, replacing: replacing)
        } catch WholeFile.Failure.complaint(let complaint) {
            return complaint
        } catch {}
        return nil
    }

    @Test("a name begins in the folder, at the root, or at home")
    func paths() {
        #expect(WholeFile(named: "a.csv", folder: "/w", home: "/h").path == "/w/a.csv")
        #expect(WholeFile(named: "../a.csv", folder: "/w/x", home: "/h").path == "/w/a.csv")
        #expect(WholeFile(named: "/t/a.csv", folder: "/w", home: "/h").path == "/t/a.csv")
        #expect(WholeFile(named: "~/a.csv", folder: "/w", home: "/h").path == "/h/a.csv")
        #expect(WholeFile(named: "~/a.csv", folder: "/w", home: nil).path == "/w/~/a.csv")
        #expect(WholeFile(named: "~a.csv", folder: "/w", home: "/h").path == "/w/~a.csv")
    }

    @Test("a file is replaced only where that was said, and nothing is left beside it")
    func replaced() throws {
        try write("one", "a.txt")
        #expect(throws: WholeFile.Failure.self) { try write("two", "a.txt") }
        #expect(try scratch.text(of: "a.txt") == "one")
        try write("two", "a.txt", replacing: true)
        #expect(try scratch.text(of: "a.txt") == "two")
        #expect(try scratch.names == ["a.txt"])
    }

    @Test("what is replaced hands its rights on; what is new has the usual ones")
    func rights() throws {
        try write("one", "a.txt")
        chmod(scratch.path("a.txt"), 0o640)
        try write("two", "a.txt", replacing: true)
        var status = stat()
        #expect(stat(scratch.path("a.txt"), &status) == 0 && status.st_mode & 0o777 == 0o640)
        let own = try OutputFile(scratch.path("own.txt"), .ownerOnly)
        try own.write(Array("secret".utf8))
        try own.place(replacing: false)
        #expect(stat(scratch.path("own.txt"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("what was not placed is not there")
    func letGo() throws {
        do {
            let file = try OutputFile(scratch.path("a.txt"))
            try file.write([1, 2, 3])
        }
        #expect(try scratch.names == [])
    }

    @Test("what is in the way is said in words that help")
    func complaints() throws {
        #expect(complaint("none/a.txt")?.message.hasPrefix("the folder of '") == true)
        #expect(complaint(".")?.message.hasSuffix("is a folder") == true)
        try write("", "file")
        #expect(complaint("file/a.txt")?.message.hasPrefix("the folder of '") == true)
        #expect(complaint(String(repeating: "n", count: 300))?.hint == "shorten it")
        #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
        #expect(complaint("pipe", replacing: true)?.message.hasPrefix("nobody reads the pipe") == true)
        let file = WholeFile(named: "a.txt", folder: "/w", home: nil)
        #expect(file.complaint(FileFault("/w/a.txt", code: EROFS)).message.hasSuffix("is on a read-only medium"))
        #expect(file.complaint(FileFault("/w/a.txt", code: ENOSPC)).hint.hasPrefix("make room"))
        #expect(file.complaint(FileFault("/w/a.txt", code: EACCES)).message.hasPrefix("nothing may be written"))
    }

    @Test("a device and a pipe are written to, and stay")
    func streams() throws {
        try write("x", "/dev/null", replacing: true)
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
        #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
        let reader = open(scratch.path("pipe"), O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        try write("heard", "pipe", replacing: true)
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = read(reader, &bytes, bytes.count)
        #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "heard")
        #expect(try scratch.names == ["pipe"])
    }

    @Test("rejected rows are there once the import is, for their owner alone, with the header of their table")
    func rejects() throws {
        let file = try RejectFile(path: scratch.path("rejects.csv"))
        try file.write("u,t")
        try file.write("a,never\n")
        #expect(try scratch.names == [])
        try file.close()
        #expect(try scratch.text(of: "rejects.csv") == "u,t\na,never\n")
        var status = stat()
        #expect(stat(scratch.path("rejects.csv"), &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(throws: Complaint.self) { try RejectFile(path: scratch.path("none/rejects.csv")) }
    }

    @Test("lines of an input are taken one by one, whatever it comes in")
    func lines() {
        var lines = UnreadLines()
        lines.append(Array("one\r\ntw".utf8))
        #expect(lines.next() == "one" && lines.next() == nil)
        lines.append(Array("o\n\nthree".utf8))
        #expect(lines.next() == "two" && lines.next() == "" && lines.next() == nil)
        #expect(lines.rest() == "three" && lines.rest() == nil)
    }

    @Test("the user's folders are where XDG has them; a relative one counts as unset")
    func folders() {
        let usual = UserFolders(environment: ["HOME": "/h"])
        #expect(usual.configuration == "/h/.config" && usual.data == "/h/.local/share" && usual.cache == "/h/.cache")
        #expect(
            usual.settings == ["/h/.config/cxm/config.toml", "/etc/xdg/cxm/config.toml", "/etc/cxm/config.toml"]
        )
        let set = UserFolders(environment: [
            "HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "data", "XDG_CONFIG_DIRS": "/x:y:/z",
            "XDG_DATA_DIRS": "",
        ])
        #expect(set.configuration == "/c" && set.data == "/h/.local/share")
        #expect(set.settings.dropFirst() == ["/x/cxm/config.toml", "/z/cxm/config.toml", "/etc/cxm/config.toml"])
        #expect(set.systemData == ["/usr/local/share", "/usr/share"])
    }
}
