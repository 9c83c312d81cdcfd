import Foundation
import OwnFiles

/// Where events wait until all of an import is known: in memory while they are few, else in a file without a name, so that
/// even a killed import leaves nothing behind.
final class Staging {
    /// Where some bytes lie.
    struct Place {
        var offset: Int
        var count: Int
    }

    private static let inMemory = 32 << 20

    private let folder: OpenFolder?
    private var bytes: [UInt8] = []
    private var file: OpenFile?
    private var written = 0
    private var scratch: [UInt8] = []

    /// - Parameter folder: nil: all of it stays in memory.
    init(folder: OpenFolder?) {
        self.folder = folder
    }

    /// - Throws: `IndexFault.notWritable`.
    func append(_ more: UnsafeRawBufferPointer) throws -> Place {
        let place = Place(offset: written + bytes.count, count: more.count)
        bytes.append(contentsOf: more)
        if let folder, bytes.count > Staging.inMemory { try spill(to: folder) }
        return place
    }

    private func spill(to folder: OpenFolder) throws {
        do {
            let file = try file ?? folder.makeUnnamedFile()
            self.file = file
            try bytes.withUnsafeBytes { try file.write($0, at: written) }
        } catch let fault as FileFault {
            throw IndexFault.writing(fault)
        }
        written += bytes.count
        bytes.removeAll(keepingCapacity: true)
    }

    /// Hands the bytes of `place` to `body`.
    func read(_ place: Place, _ body: (UnsafeRawBufferPointer) -> Void) throws {
        if place.offset >= written {
            let start = place.offset - written
            return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<start + place.count])) }
        }
        if scratch.count < place.count { scratch = [UInt8](repeating: 0, count: place.count) }
        try scratch.withUnsafeMutableBytes { buffer in
            var offset = 0
            while offset < place.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<place.count])
                let count = pread(file?.descriptor ?? -1, rest.baseAddress, rest.count, off_t(place.offset + offset))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw IndexFault.notWritable("staged events cannot be read again") }
                offset += count
            }
            body(UnsafeRawBufferPointer(rebasing: buffer[..<place.count]))
        }
    }
}
