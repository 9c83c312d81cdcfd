internal import Foundation

/// A path that somebody has named for something to be written to.
public enum NamedPath {
    private static let mostLinks = 40

    /// The path of the file that is meant: where it is a symbolic link, of what the link leads to, be it there or not. So
    /// do shells and editors. A link of somebody else's in a folder that everybody may write to is followed by nobody.
    ///
    /// - Throws: `FileFault`.
    public static func followed(_ path: String) throws(FileFault) -> String {
        var path = path
        for _ in 0..<mostLinks {
            guard let status = FileStatus(at: path), status.kind == .link, let parts = PathParts(path) else {
                return path
            }
            var folder = stat()
            if stat(parts.folder, &folder) == 0, folder.st_mode & S_ISVTX != 0, folder.st_mode & 0o002 != 0,
                status.owner != FileUser.current, status.owner != folder.st_uid
            {
                throw FileFault(path, code: EACCES, reason: "it is somebody else's symbolic link")
            }
            let target = try target(of: path)
            path = target.hasPrefix("/") ? target : parts.folder + "/" + target
        }
        throw FileFault(path, code: ELOOP)
    }

    private static func target(of path: String) throws(FileFault) -> String {
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = bytes.withUnsafeMutableBytes { buffer in
            buffer.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), buffer.count) } ?? 0
        }
        guard count > 0, count < bytes.count else { throw FileFault(path, code: count < 0 ? errno : ENAMETOOLONG) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
