import Foundation
import JourneyModel
import JourneyStore

@testable import JourneyArchive
@testable import JourneyIndex

extension Target {
    /// The manifest behind its sum, which would else refuse every change.
    static let manifest = Target(
        name: "manifest",
        seeds: { try [Scratch.indexFile("manifest")].map { Array($0.dropLast(8)) } }
    ) {
        let whole = $0 + sum(of: $0)
        _ = try whole.withUnsafeBytes { try IndexManifest(bytes: $0) }
    }

    static let answers = Target(
        name: "answers",
        seeds: { try [Scratch.indexFile("answers")].map { Array($0.dropLast(8)) } }
    ) { _ = PreparedAnswers(bytes: $0 + sum(of: $0), version: "") }

    private static func sum(of bytes: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: bytes.withUnsafeBytes(BlockSum.of).littleEndian, Array.init)
    }

    /// The first byte chooses a file of an index; the rest is what it then holds.
    static let index = Target(
        name: "index",
        seeds: {
            try Scratch.make()
            let files = try Scratch.indexFiles()
            return try files.indices.map { [UInt8($0 % 256)] + (try Scratch.bytes(files[$0])) }
        },
        prepare: { try Scratch.make() }
    ) { bytes in
        let files = try Scratch.indexFiles()
        guard let first = bytes.first, !files.isEmpty else { return }
        let file = files[Int(first) % files.count]
        let before = try Scratch.bytes(file)
        defer { try? Data(before).write(to: file) }
        try Data(bytes.dropFirst()).write(to: file)
        try Scratch.ask()
    }

    /// A store as it lies on disk.
    static let store = Target(
        name: "store",
        seeds: {
            try Scratch.make()
            return [try Scratch.bytes(Scratch.store)]
        },
        prepare: { try Scratch.makeFolder() }
    ) { bytes in
        try Scratch.clear()
        try Data(bytes).write(to: Scratch.store)
        try Scratch.ask()
    }
}
