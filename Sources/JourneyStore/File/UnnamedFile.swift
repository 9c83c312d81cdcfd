internal import Foundation
internal import OwnFiles

/// Files beside a store that have no name, so that even a killed import leaves nothing behind.
enum UnnamedFile {
    /// - Parameter path: the store's; an import must be able to write to its folder anyway.
    static func open(besideStore path: String) throws -> OpenFile {
        do throws(FileFault) {
            return try OpenFolder(named: PathParts(path)?.folder ?? path).makeUnnamedFile()
        } catch {
            throw StoreError.writing(error, path: path)
        }
    }

    /// `size` bytes of memory that lie in a file; `munmap` lets go of both.
    static func map(_ size: Int, besideStore path: String) throws -> UnsafeMutableRawPointer {
        let file = try open(besideStore: path)
        // The room is taken now: a full disk would end the process later, in the middle of writing to the memory.
        switch posix_fallocate(file.descriptor, 0, off_t(size)) {
        case 0: break
        case let code: throw StoreError.writing(FileFault(path, code: code), path: path)
        }
        let address = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file.descriptor, 0)
        guard let address, address != MAP_FAILED else {
            throw StoreError.failed(path: path, detail: "no memory for \(size) bytes")
        }
        return address
    }
}

extension StoreError {
    /// Where a file beside the store at `path` was to be made or written.
    static func writing(_ fault: FileFault, path: String) -> StoreError {
        if fault.isFullDisk { return .diskFull(path: path) }
        switch fault.code {
        case EACCES, EPERM, EROFS, ENOENT, ENOTDIR: return .notWritable(path: path)
        default: return .failed(path: path, detail: fault.reason)
        }
    }
}
