internal import Foundation
internal import OwnFiles

/// What only a killed process leaves beside a store.
public enum StaleFiles {
    private static let suffixes = [".staging-", ".new-"]
    private static let companion = "-journal"
    /// With what SQLite begins a database.
    private static let heading = Array("SQLite format 3\0".utf8)

    /// Removes it, as far as it is of this user's and of processes that are no more.
    ///
    /// - Parameter path: the store's.
    public static func remove(besideStore path: String) {
        WorkFolder.sweep(beside: path)
        guard let parts = PathParts(path), let folder = try? OpenFolder(named: parts.folder) else { return }
        for name in folder.names() where isOlder(name, store: parts.name) && isOurs(name, in: folder) {
            folder.remove(file: name)
        }
    }

    /// Whether it is called as earlier versions called their files: `STORE.staging-4711-Xy12Zz`, of a process that is no more.
    private static func isOlder(_ name: String, store: String) -> Bool {
        guard let suffix = suffixes.first(where: { name.hasPrefix(store + $0) }) else { return false }
        var rest = name.dropFirst(store.count + suffix.count)
        if rest.hasSuffix(companion) { rest = rest.dropLast(companion.count) }
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let process = pid_t(parts[0]), process > 0, !isAlive(process) else { return false }
        let isDrawn = parts[1].utf8.count == 6 && parts[1].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isDrawn || UInt32(parts[1]) != nil
    }

    /// A name is not enough.
    private static func isOurs(_ name: String, in folder: OpenFolder) -> Bool {
        guard let status = folder.status(of: name), status.isSingleFile, status.owner == FileUser.current else {
            return false
        }
        guard status.size > 0, !name.hasSuffix(companion) else { return true }
        guard let file = try? folder.file(name) else { return false }
        var start = [UInt8](repeating: 0, count: heading.count)
        return pread(file.descriptor, &start, start.count, 0) == start.count && start == heading
    }

    private static func isAlive(_ process: pid_t) -> Bool {
        kill(process, 0) == 0 || errno == EPERM
    }
}
