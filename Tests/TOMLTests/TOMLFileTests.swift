import Foundation
import TOML
import Testing

@Suite("A file is read, or refused in words, and nobody is waited for")
struct TOMLFileTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("toml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("A plain file, also through a link; none where there is none")
    func plain() throws {
        try inFolder { folder in
            let file = folder.appendingPathComponent("a.toml")
            try Data("a = 'é'\n".utf8).write(to: file)
            #expect(try TOMLFile(path: file.path)?.text == "a = 'é'\n")
            let link = folder.appendingPathComponent("link.toml")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            #expect(try TOMLFile(path: link.path)?.text == "a = 'é'\n")
            #expect(try TOMLFile(path: folder.appendingPathComponent("none.toml").path) == nil)
            #expect(try TOMLFile(path: file.path + "/below") == nil)
            #expect(try TOMLFile(path: "/dev/null")?.text == "")
        }
    }

    @Test("A folder, a pipe, a device, links in a circle, too long a file and one that is not UTF-8")
    func refused() throws {
        try inFolder { folder in
            func refusal(_ path: String) throws -> TOMLFault {
                try #require(throws: TOMLFault.self) { _ = try TOMLFile(path: path) }
            }
            #expect(try refusal(folder.path).message.contains("a folder"))
            let pipe = folder.appendingPathComponent("pipe").path
            #expect(mkfifo(pipe, 0o600) == 0)
            #expect(try refusal(pipe).message.contains("a pipe or a device"))
            #expect(try refusal("/dev/zero").message.contains("a pipe or a device"))
            let circle = folder.appendingPathComponent("circle").path
            #expect(symlink(circle, circle) == 0)
            #expect(try refusal(circle).message.contains("circle"))
            let long = folder.appendingPathComponent("long.toml")
            try Data(count: TOMLText.maxBytes + 1).write(to: long)
            #expect(try refusal(long.path).message.contains("longer than 1 MiB"))
            let bad = folder.appendingPathComponent("bad.toml")
            try Data(Array("a = 1\nb = '".utf8) + [0xE9, 0x27]).write(to: bad)
            let fault = try refusal(bad.path)
            #expect(fault.line == 2 && fault.message.contains("not UTF-8"))
        }
    }
}
