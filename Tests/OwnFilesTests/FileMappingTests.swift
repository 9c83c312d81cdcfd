import Foundation
import Testing

@testable import OwnFiles

/// Memory of files that are cut.
@Suite("Files as memory")
struct FileMappingTests {
    private static let size = 3 * 4096 + 100

    /// A file of ones without a name.
    private static func file(_ folder: OpenFolder) throws -> OpenFile {
        let file = try folder.makeUnnamedFile()
        try file.write([UInt8](repeating: 1, count: size))
        return file
    }

    @Test("reads as zeros once a page is lost, and says so; others are as they were")
    func lostPages() throws {
        FileMapping.survive()
        let folder = try OpenFolder(named: FileManager.default.temporaryDirectory.path)
        // More than are noted in one piece.
        let all = try (0..<300).map { _ in
            let file = try Self.file(folder)
            return (file: file, mapping: try FileMapping(file, size: Self.size))
        }
        for (place, one) in all.enumerated() where place % 3 == 0 { try one.file.cut(to: 4096) }
        for (place, one) in all.enumerated() {
            #expect(one.mapping.isWhole)
            #expect(one.mapping.bytes[4095] == 1)
            let sum = one.mapping.bytes.reversed().reduce(0) { $0 + Int($1) }
            #expect(sum == (place % 3 == 0 ? 0 : Self.size))
            #expect(one.mapping.isWhole == (place % 3 != 0))
        }
    }

    @Test("by any number of threads, while others come and go")
    func threads() async throws {
        FileMapping.survive()
        let folder = try OpenFolder(named: FileManager.default.temporaryDirectory.path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for round in 0..<60 {
                        let file = try Self.file(folder)
                        let mapping = try FileMapping(file, size: Self.size)
                        if round % 2 == 0 { try file.cut(to: 0) }
                        #expect(mapping.bytes.reduce(0) { $0 + Int($1) } == (round % 2 == 0 ? 0 : Self.size))
                        #expect(mapping.isWhole == (round % 2 != 0))
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
