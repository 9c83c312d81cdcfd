import Foundation
public import JourneyModel
import Threads

extension FileImport {
    /// How many bytes there are likely to be in `input`, unpacked, by the lower 32 bits of their number; nil where that is not known
    /// without reading it, or it can be read once only.
    public func likelyBytes(of input: ImportInput) -> UInt32? {
        switch input {
        case .bytes(let bytes, _): return UInt32(truncatingIfNeeded: bytes.count)
        case .standardInput: return nil
        case .file(let path):
            guard !input.comesOnce, let file = FileHandle(forReadingAtPath: path) else { return nil }
            defer { try? file.close() }
            guard let size = try? file.seekToEnd(), (try? file.seek(toOffset: 0)) != nil,
                let start = try? file.read(upToCount: 2)
            else { return nil }
            guard Array(start) == [0x1F, 0x8B], size >= 4 else { return UInt32(truncatingIfNeeded: size) }
            // The last four bytes of gzip say how many there were.
            guard (try? file.seek(toOffset: size - 4)) != nil, let end = try? file.read(upToCount: 4) else {
                return nil
            }
            return end.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    /// What an import of `input` is known by.
    ///
    /// - Throws: `ImportError` where it cannot be read, `CancellationError`.
    public func mark(of input: ImportInput) throws -> ImportMark {
        let source = try ByteSource(input, cancellation: cancellation)
        var chunk = [UInt8](repeating: 0, count: ByteSource.chunkSize)
        while try chunk.withUnsafeMutableBytes({ try source.read(into: $0) }) > 0 { try cancellation.check() }
        return mark(of: try source.mark())
    }

    /// The same where it has been read.
    public func mark(of content: ContentMark) -> ImportMark {
        ImportMark(content: content, mapping: mapping.fingerprint)
    }
}

extension Mapping {
    /// The same for mappings that make the same of a file, in whatever order they say it. What they declare of touchpoints and
    /// channels is left out: that makes nothing of a file's rows.
    var fingerprint: UInt64 {
        var plain = self
        plain.rows = rows ?? .events
        plain.unmapped = unmapped ?? .auto
        plain.columns.sort { $0.field.utf8.lexicographicallyPrecedes($1.field.utf8) }
        plain.constants.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        plain.dropped.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        plain.missing.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        plain.roles = []
        plain.channelKinds = []
        var text = plain.toml
        return text.withUTF8 { XXHash64.hash(UnsafeRawBufferPointer($0), seed: 0) }
    }
}
