import Foundation
import JourneyModel
import Testing
import Threads

@testable import JourneyFormats

struct ByteSourceTests {
    private func everything(_ source: ByteSource, step: Int) throws -> [UInt8] {
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: step)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { return result }
            result += chunk[..<count]
        }
    }

    private func sample(_ count: Int) -> [UInt8] {
        var generator = SplitMix64(seed: 7)
        return (0..<count).map { _ in UInt8.random(in: 65...70, using: &generator) }
    }

    @Test(arguments: [1, 2, 7, 4096, 1 << 20], [1, 13, 65_536])
    func readsPlainAndPackedInAnyChunks(_ chunkSize: Int, _ step: Int) throws {
        let bytes = sample(5000)
        for (packed, isGzip) in [(bytes, false), (gzipped(bytes), true)] {
            let source = try ByteSource(name: "x", bytes: packed, chunkSize: chunkSize)
            #expect(source.isGzip == isGzip)
            #expect(try everything(source, step: step) == bytes)
            #expect(source.consumedBytes == packed.count)
            #expect(source.totalBytes == packed.count)
        }
    }

    @Test func peekedBytesAreReadAgain() throws {
        let bytes = sample(400_000)
        for packed in [bytes, gzipped(bytes)] {
            let source = try ByteSource(name: "x", bytes: packed, chunkSize: 1000)
            #expect(try source.peek(10) == Array(bytes[..<10]))
            #expect(try source.peek(300_000) == Array(bytes[..<300_000]))
            #expect(try everything(source, step: 777) == bytes)
        }
    }

    @Test func severalMembersAreOneText() throws {
        let first = sample(3000)
        let packed = gzipped(first) + gzipped([]) + gzipped(Array("end".utf8)) + [0, 0, 0]
        for chunkSize in [1, 50, 100_000] {
            let source = try ByteSource(name: "x", bytes: packed, chunkSize: chunkSize)
            #expect(try everything(source, step: 100) == first + Array("end".utf8))
        }
    }

    @Test(arguments: [3, 12, 100, 1])
    func truncatedFileIsNamed(_ missing: Int) throws {
        let packed = gzipped(sample(2000)).dropLast(missing)
        let source = try ByteSource(name: "log.csv.gz", bytes: Array(packed), chunkSize: 64)
        let error = importError { _ = try everything(source, step: 100) }
        #expect(error?.message == "log.csv.gz: the compressed file stops in the middle")
    }

    @Test func damagedFileIsNamed() throws {
        var packed = gzipped(sample(2000))
        packed[packed.count / 2] ^= 0xFF
        let source = try ByteSource(name: "log.csv.gz", bytes: packed, chunkSize: 64)
        let error = importError { _ = try everything(source, step: 100) }
        #expect(error?.message.hasPrefix("log.csv.gz: the compressed data is damaged") == true)
        let trailing = try ByteSource(name: "log.csv.gz", bytes: gzipped([65]) + [1, 2, 3, 4], chunkSize: 64)
        #expect(importError { _ = try everything(trailing, step: 100) } != nil)
    }

    @Test func missingFileAndFolderAreNamed() {
        let missing = importError { _ = try ByteSource(.file("/nowhere/a.csv"), cancellation: .never) }
        #expect(missing?.message.hasPrefix("/nowhere/a.csv: ") == true)
        let folder = FileManager.default.temporaryDirectory.path
        #expect(
            importError { _ = try ByteSource(.file(folder), cancellation: .never) }?.message
                == "\(folder): is a folder"
        )
    }

    @Test func readsAFile() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("cxm-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: url) }
        let bytes = sample(300_000)
        try Data(bytes).write(to: url)
        let source = try ByteSource(.file(url.path), cancellation: .never)
        #expect(source.totalBytes == bytes.count)
        #expect(try everything(source, step: 10_000) == bytes)
        #expect(ImportInput(argument: "-") == .standardInput)
        #expect(ImportInput(argument: url.path) == .file(url.path))
    }

    @Test func wellFormedUTF8IsToldFromTheRest() {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<20_000 {
            let pool: [UInt8] = [
                0x41, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80, 0xED, 0xA0, 0xC0, 0xF4, 0x90,
            ]
            let bytes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                pool.randomElement(using: &generator) ?? 0
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            #expect(bytes.withUnsafeBufferPointer(UTF8Check.isWellFormed) == expected, "\(bytes)")
        }
    }

    @Test func everyByteOfOldEncodingsIsRead() throws {
        let bytes = (0...255).map { UInt8($0) }
        for (encoding, reference) in [(TextEncoding.latin1, String.Encoding.isoLatin1), (.windows1252, .windowsCP1252)]
        {
            for byte in bytes {
                let output = PaddedBytes(capacity: 0)
                encoding.appendUTF8(of: [byte], to: output)
                let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
                if encoding == .windows1252, undefined.contains(byte) { continue }
                #expect(output.text(0..<output.count) == String(data: Data([byte]), encoding: reference))
            }
        }
    }
}
