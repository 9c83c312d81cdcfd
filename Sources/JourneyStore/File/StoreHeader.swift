internal import Foundation
internal import GRDBSQLite

/// What stands at a path, told from the first bytes without changing or creating anything.
enum StoreHeader: Equatable {
    case absent
    case empty
    /// The file's schema version, and whether it is set to a write-ahead log.
    case store(version: Int, hasLog: Bool)
    /// What it is instead.
    case foreign(String)
    case unreadable

    /// `cxm` and a version digit, in SQLite's application_id.
    static let applicationID: Int32 = 0x6378_6D31

    static func read(path: String) -> StoreHeader {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return switch errno {
            case ENOENT, ENOTDIR: .absent
            case ELOOP: .foreign("its symbolic links lead in a circle")
            case ENAMETOOLONG: .foreign("no file has so long a name")
            default: .unreadable
            }
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .foreign(status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no regular file")
        }
        if status.st_size == 0 { return .empty }
        guard let bytes = firstBytes(path: path) else { return .unreadable }
        // https://www.sqlite.org/fileformat2.html, "The Database Header"
        guard status.st_size >= 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            return .foreign("it is no SQLite file")
        }
        guard bigEndian(bytes, 68) == applicationID else {
            return .foreign("it is the SQLite file of another program")
        }
        return .store(version: Int(bigEndian(bytes, 60)), hasLog: bytes[18] == 2 || bytes[19] == 2)
    }

    private static func bigEndian(_ bytes: [UInt8], _ offset: Int) -> Int32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int32($1) }
    }

    /// The first 100 bytes, read through SQLite's file layer: a plain `close` would drop the locks that this process
    /// has on the file through other connections, and SQLite's own does not.
    private static func firstBytes(path: String) -> [UInt8]? {
        guard let vfs = sqlite3_vfs_find(nil), let open = vfs.pointee.xOpen else { return nil }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: Int(vfs.pointee.szOsFile), alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: Int(vfs.pointee.szOsFile))
        defer { memory.deallocate() }
        let file = memory.assumingMemoryBound(to: sqlite3_file.self)
        // SQLite reads past the name's end for URI parameters: its own constructor lays the memory out.
        guard let name = sqlite3_create_filename(path, "", "", 0, nil) else { return nil }
        defer { sqlite3_free_filename(name) }
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB
        guard open(vfs, name, file, flags, nil) == SQLITE_OK, let methods = file.pointee.pMethods else { return nil }
        defer { _ = methods.pointee.xClose(file) }
        var bytes = [UInt8](repeating: 0, count: 100)
        // A file that is shorter leaves zeros, which is as good as foreign.
        _ = methods.pointee.xRead(file, &bytes, 100, 0)
        return bytes
    }
}
