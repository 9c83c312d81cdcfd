internal import Foundation

/// Files beside a store that have no name any more once they are open, so that even a killed import leaves nothing behind.
enum UnnamedFile {
    /// - Parameter path: the store's; an import must be able to write to its folder anyway.
    static func open(besideStore path: String) throws -> Int32 {
        let (file, name) = try StaleFiles.makeFile(besideStore: path, suffix: StaleFiles.stagingSuffix)
        unlink(name)
        return file
    }

    /// `size` bytes of memory that lie in a file; `munmap` lets go of both.
    static func map(_ size: Int, besideStore path: String) throws -> UnsafeMutableRawPointer {
        let file = try open(besideStore: path)
        defer { close(file) }
        // The room is taken now: a full disk would end the process later, in the middle of writing to the memory.
        switch posix_fallocate(file, 0, off_t(size)) {
        case 0: break
        case ENOSPC, EDQUOT: throw StoreError.diskFull(path: path)
        case let code: throw StoreError.failed(path: path, detail: String(cString: strerror(code)))
        }
        let address = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
        guard let address, address != MAP_FAILED else {
            throw StoreError.failed(path: path, detail: "no memory for \(size) bytes")
        }
        return address
    }
}
