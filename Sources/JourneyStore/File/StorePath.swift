internal import Foundation
internal import GRDBSQLite

/// A store's path as it was named, and as it is worked with.
public enum StorePath {
    /// SQLITE_OK_SYMLINK, a macro that Swift does not see: the path is right, and links were on the way.
    private static let followedLinks = SQLITE_OK | 2 << 8

    /// The path of the file itself that `path` names: where a symbolic link is on the way, the one it leads to, also where
    /// nothing stands there yet. Everything beside a store (index, journal, files of an import) then is beside the file, not
    /// beside the link, and an import that puts a new file in the store's place replaces the store and not the link.
    ///
    /// Resolved once, where a path comes in: from then on nothing follows a link that is put in the store's place. SQLite
    /// opens without following, and expects a path without links.
    ///
    /// - Returns: a path that means a file whatever it is called; `path` as it is where no link is on the way, or where the system does not follow it: a link of somebody
    ///   else in a folder that everybody may write to, one that leads to itself.
    public static func resolved(_ path: String) -> String {
        let path = plain(path)
        var status = stat()
        // The system has to agree first: the resolution below only reads links, which the system never forbids.
        guard stat(path, &status) == 0 || errno == ENOENT else { return path }
        guard let vfs = sqlite3_vfs_find(nil), let resolve = vfs.pointee.xFullPathname else { return path }
        var full = [CChar](repeating: 0, count: Int(vfs.pointee.mxPathname) + 1)
        guard resolve(vfs, path, Int32(full.count), &full) == followedLinks else { return path }
        return full.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? path }
    }

    /// Whether SQLite would take the name for something else than a file's.
    public static func isAddress(_ path: String) -> Bool { path.hasPrefix("file:") || path == ":memory:" }

    /// The same file under a name that begins like a path: neither an address of SQLite's nor an option of a command.
    public static func plain(_ path: String) -> String {
        isAddress(path) || path.hasPrefix("-") ? "./" + path : path
    }
}
