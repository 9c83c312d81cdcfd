internal import Foundation

/// Writing to files without SQLite, with the store's words for what goes wrong.
enum RawFile {
    /// - Parameter path: the store's.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at start: Int, path: String) throws {
        guard let address = bytes.baseAddress else { return }
        var offset = 0
        while offset < bytes.count {
            let count = pwrite(file, address + offset, bytes.count - offset, off_t(start + offset))
            if count < 0 {
                if errno == EINTR { continue }
                if errno == ENOSPC || errno == EDQUOT { throw StoreError.diskFull(path: path) }
                throw StoreError.failed(path: path, detail: String(cString: strerror(errno)))
            }
            offset += count
        }
    }
}
