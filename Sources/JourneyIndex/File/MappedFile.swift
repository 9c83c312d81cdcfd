import Foundation
import OwnFiles

/// A file as memory: read where it lies, shared by all who have it open.
final class MappedFile: @unchecked Sendable {
    // Sendable: mapped for reading only, until nobody has it any more.
    let bytes: UnsafeRawBufferPointer
    /// Whether there is more of it than was asked for.
    let isLonger: Bool

    /// The first `size` bytes of the file called `name`, whose rights are set right where this user may.
    ///
    /// - Throws: `IndexFault.missing`, `damaged` where the file is shorter.
    init(_ folder: OpenFolder, _ name: String, size: Int, _ rights: Rights) throws {
        let file: OpenFile
        let status: FileStatus
        do throws(FileFault) {
            file = try folder.file(name)
            status = try file.status()
        } catch {
            throw IndexFault.reading(error)
        }
        file.set(rights, status)
        guard size >= 0, status.size >= size else {
            throw IndexFault.damaged("'\(file.path)' is shorter than it should be")
        }
        isLonger = status.size > size
        guard size > 0 else {
            bytes = UnsafeRawBufferPointer(start: ByteMemory.forever.base, count: 0)
            return
        }
        guard let address = mmap(nil, size, PROT_READ, MAP_SHARED, file.descriptor, 0), address != MAP_FAILED else {
            throw IndexFault.damaged("'\(file.path)' cannot be mapped")
        }
        bytes = UnsafeRawBufferPointer(start: address, count: size)
    }

    deinit {
        if !bytes.isEmpty { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
    }
}
