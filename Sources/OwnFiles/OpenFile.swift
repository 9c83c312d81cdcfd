internal import Foundation

/// A plain file that is open; closed when nobody has it any more.
public final class OpenFile: Sendable {
    public let path: String
    public let descriptor: Int32

    init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// - Throws: `FileFault`.
    public func status() throws(FileFault) -> FileStatus { try FileStatus(of: descriptor, path: path) }

    /// Sets `rights` where it is this user's to set them and the file has no other name.
    ///
    /// - Returns: whether they hold now, or are narrower.
    @discardableResult
    public func set(_ rights: Rights, _ status: FileStatus) -> Bool {
        status.isSingleFile ? rights.set(on: descriptor, status) : rights.isWithin(status)
    }

    /// The whole of it.
    ///
    /// - Throws: `FileFault`.
    public func contents() throws(FileFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: try status().size)
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset, off_t(offset))
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFault(path, code: errno) }
            // Shorter than a moment ago.
            guard count > 0 else { throw FileFault(path, code: EIO) }
            offset += count
        }
        return bytes
    }

    /// - Throws: `FileFault`: some of the bytes may be there then.
    public func write(_ bytes: UnsafeRawBufferPointer, at start: Int = 0) throws(FileFault) {
        try OpenFile.write(bytes, to: descriptor, at: start, path: path)
    }

    /// - Throws: `FileFault`: some of the bytes may be there then.
    public func write(_ bytes: [UInt8], at start: Int = 0) throws(FileFault) {
        var fault: FileFault?
        bytes.withUnsafeBytes { buffer in
            do throws(FileFault) { try write(buffer, at: start) } catch { fault = error }
        }
        if let fault { throw fault }
    }

    /// - Throws: `FileFault`: some of the bytes may be there then.
    public static func write(
        _ bytes: UnsafeRawBufferPointer,
        to descriptor: Int32,
        at start: Int,
        path: String
    ) throws(FileFault) {
        guard let address = bytes.baseAddress else { return }
        var offset = 0
        while offset < bytes.count {
            let count = pwrite(descriptor, address + offset, bytes.count - offset, off_t(start + offset))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileFault(path, code: count < 0 ? errno : ENOSPC) }
            offset += count
        }
    }

    /// Brings what was written to the disk.
    ///
    /// - Throws: `FileFault`.
    public func sync() throws(FileFault) {
        guard fsync(descriptor) == 0 else { throw FileFault(path, code: errno) }
    }

    /// Cuts it off.
    ///
    /// - Throws: `FileFault`.
    public func cut(to size: Int) throws(FileFault) {
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw FileFault(path, code: errno) }
    }

    /// Has the file until it is closed, unless somebody else has it now.
    ///
    /// - Throws: `FileFault` where the file system cannot say.
    public func lock() throws(FileFault) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw FileFault(path, code: errno) }
        return false
    }
}
