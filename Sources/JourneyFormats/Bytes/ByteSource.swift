import Foundation
import JourneyModel
import Threads

/// The bytes of one input, unpacked where they are gzip (told by their first two bytes, not by the name), handed out in
/// chunks. Holds one chunk and what `peek` asked for, never the whole file.
final class ByteSource {
    /// Fills the buffer with up to its size of bytes; 0 at the end.
    typealias Pull = (UnsafeMutableRawBufferPointer) throws -> Int

    static let chunkSize = 128 * 1024

    let name: String
    /// Bytes of the file as it lies on disk; nil where that is not known, as for a pipe.
    let totalBytes: Int?
    /// Bytes taken from the file so far, as they lie on disk.
    private(set) var consumedBytes = 0
    let isGzip: Bool

    private let pull: Pull
    private var raw: [UInt8]
    private var rawStart = 0
    private var rawEnd = 0
    private var rawIsAtEnd = false
    private var inflater: GzipInflater?
    private var replay: [UInt8] = []
    private var replayStart = 0
    private var content = ContentHash()

    init(name: String, totalBytes: Int? = nil, pull: @escaping Pull) throws {
        self.name = name
        self.totalBytes = totalBytes
        self.pull = pull
        raw = [UInt8](repeating: 0, count: ByteSource.chunkSize)
        var first = 0
        var isAtEnd = false
        while first < 2, !isAtEnd {
            let count = try raw.withUnsafeMutableBytes {
                try pull(UnsafeMutableRawBufferPointer(rebasing: $0[first...]))
            }
            first += count
            isAtEnd = count == 0
        }
        rawEnd = first
        rawIsAtEnd = isAtEnd
        consumedBytes = first
        isGzip = first >= 2 && raw[0] == 0x1F && raw[1] == 0x8B
        if isGzip { inflater = try GzipInflater(name: name) }
    }

    /// Opens what `input` names.
    ///
    /// - Parameter cancellation: asked while nothing comes of a pipe.
    /// - Throws: `ImportError` where there is no such file, or it cannot be read; `CancellationError`.
    convenience init(_ input: ImportInput, cancellation: Cancellation) throws {
        switch input {
        case .file(let path):
            let file = try ReadableFile(path: path, cancellation: cancellation)
            try self.init(name: path, totalBytes: file.size, pull: file.read)
        case .standardInput:
            let file = ReadableFile(standardInputNamed: input.name, cancellation: cancellation)
            try self.init(name: input.name, pull: file.read)
        case .bytes(let bytes, let name):
            try self.init(name: name, bytes: bytes, chunkSize: ByteSource.chunkSize)
        }
    }

    /// Bytes in memory, handed out at most `chunkSize` at a time.
    convenience init(name: String, bytes: [UInt8], chunkSize: Int) throws {
        var offset = 0
        try self.init(name: name, totalBytes: bytes.count) { buffer in
            let count = min(buffer.count, chunkSize, bytes.count - offset)
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
            }
            offset += count
            return count
        }
    }

    /// Fills `buffer` with up to its size of unpacked bytes; returns how many, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard buffer.count > 0 else { return 0 }
        if replayStart < replay.count {
            let count = min(buffer.count, replay.count - replayStart)
            replay.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[replayStart..<replayStart + count]))
            }
            replayStart += count
            if replayStart == replay.count {
                replay = []
                replayStart = 0
            }
            return count
        }
        return try readUnpacked(into: buffer)
    }

    /// The next `count` unpacked bytes, or all that are left; they are still read afterwards.
    func peek(_ count: Int) throws -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: ByteSource.chunkSize)
        while replay.count - replayStart < count {
            let read = try chunk.withUnsafeMutableBytes { try readUnpacked(into: $0) }
            if read == 0 { break }
            replay.append(contentsOf: chunk[..<read])
        }
        return Array(replay[replayStart..<min(replay.count, replayStart + count)])
    }

    /// What the bytes are known by, once all of them were read; reads those that are left.
    func mark() throws -> ContentMark {
        var chunk = [UInt8](repeating: 0, count: ByteSource.chunkSize)
        while try chunk.withUnsafeMutableBytes({ try readUnpacked(into: $0) }) > 0 {}
        return content.mark
    }

    private func readUnpacked(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try unpack(into: buffer)
        content.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
        return count
    }

    private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let inflater else {
            if rawStart == rawEnd {
                if rawIsAtEnd { return 0 }
                // What need not be unpacked need not be copied either.
                if buffer.count >= raw.count { return try pullRaw(into: buffer) }
                try fillRaw()
            }
            let count = min(buffer.count, rawEnd - rawStart)
            raw.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[rawStart..<rawStart + count]))
            }
            rawStart += count
            return count
        }
        while true {
            if rawStart == rawEnd { try fillRaw() }
            let step = try raw.withUnsafeMutableBytes { bytes in
                let input = UnsafeMutableRawBufferPointer(rebasing: bytes[rawStart..<rawEnd])
                return try inflater.step(input: input, output: buffer, isLast: rawIsAtEnd)
            }
            rawStart += step.consumed
            if step.produced > 0 || step.isAtEnd { return step.produced }
        }
    }

    private func fillRaw() throws {
        guard !rawIsAtEnd else { return }
        rawStart = 0
        rawEnd = try raw.withUnsafeMutableBytes { try pullRaw(into: $0) }
    }

    private func pullRaw(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try pull(buffer)
        consumedBytes += count
        rawIsAtEnd = count == 0
        return count
    }
}
