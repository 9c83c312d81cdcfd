import Foundation

/// A file as memory: read where it lies, shared by all who have it open.
final class MappedFile: @unchecked Sendable {
    // Sendable: mapped for reading only, until nobody has it any more.
    let bytes: UnsafeRawBufferPointer

    /// The first `size` bytes of the file at `path`.
    ///
    /// - Throws: `IndexFault.missing`, `damaged` where the file is shorter.
    init(path: String, size: Int) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw IndexFault.missing }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, Int(status.st_size) >= size else {
            throw IndexFault.damaged("'\(path)' is shorter than it should be")
        }
        guard size > 0 else {
            bytes = UnsafeRawBufferPointer(start: ByteMemory.forever.base, count: 0)
            return
        }
        guard let address = mmap(nil, size, PROT_READ, MAP_SHARED, file, 0), address != MAP_FAILED else {
            throw IndexFault.damaged("'\(path)' cannot be mapped")
        }
        bytes = UnsafeRawBufferPointer(start: address, count: size)
    }

    deinit {
        if !bytes.isEmpty { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
    }

    /// The whole file, read into memory of our own.
    static func contents(of path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw IndexFault.missing }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw IndexFault.missing }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[offset...])
                return read(file, rest.baseAddress, rest.count)
            }
            guard count > 0 else { throw IndexFault.damaged("'\(path)' cannot be read") }
            offset += count
        }
        return bytes
    }
}
