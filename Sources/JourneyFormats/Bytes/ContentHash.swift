import Foundation
import JourneyModel

/// The hash of bytes that come in pieces, however they are cut. Kept in stores: it must never change.
///
/// Of each block of 64 kB XXH64, with the hash of the one before as its seed.
struct ContentHash {
    private static let blockSize = 1 << 16

    private var block: [UInt8] = []
    private var hash: UInt64 = 0
    private var count = 0

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        var rest = bytes
        if !block.isEmpty {
            let part = min(rest.count, ContentHash.blockSize - block.count)
            block.append(contentsOf: rest[..<part])
            rest = UnsafeRawBufferPointer(rebasing: rest[part...])
            guard block.count == ContentHash.blockSize else { return }
            hash = block.withUnsafeBytes { XXHash64.hash($0, seed: hash) }
            block.removeAll(keepingCapacity: true)
        }
        while rest.count >= ContentHash.blockSize {
            hash = XXHash64.hash(UnsafeRawBufferPointer(rebasing: rest[..<ContentHash.blockSize]), seed: hash)
            rest = UnsafeRawBufferPointer(rebasing: rest[ContentHash.blockSize...])
        }
        block.append(contentsOf: rest)
    }

    /// Of all that was added so far.
    var mark: ContentMark {
        let last = block.isEmpty ? hash : block.withUnsafeBytes { XXHash64.hash($0, seed: hash) }
        return ContentMark(bytes: count, hash: last)
    }
}
