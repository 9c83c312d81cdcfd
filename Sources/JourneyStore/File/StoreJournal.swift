internal import Foundation
internal import GRDB

/// The file `STORE-journal`, by which SQLite undoes what a killed import has written.
enum StoreJournal {
    /// What a journal ends with that belongs to a transaction over several databases (https://www.sqlite.org/atomiccommit.html,
    /// "The Super-Journal File").
    private static let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

    private static func opened(besideStore path: String) -> Int32 {
        open(path + "-journal", O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }

    /// SQLite takes away the file that such a journal names, wherever it is. An import changes one database only, so a
    /// journal that names a file is none of ours.
    ///
    /// - Throws: `StoreError.altered`.
    static func check(besideStore path: String) throws(StoreError) {
        let file = opened(besideStore: path)
        guard file >= 0 else { return }
        defer { close(file) }
        var status = stat()
        var end = [UInt8](repeating: 0, count: mark.count)
        guard fstat(file, &status) == 0, status.st_size >= mark.count,
            pread(file, &end, end.count, status.st_size - off_t(mark.count)) == mark.count, end == mark
        else { return }
        throw .altered(path: path, detail: "'\(path)-journal' names another file, as no journal of cxm does")
    }

    /// Whether a journal was begun whose import never came to change the store: its first bytes are written last. SQLite
    /// passes it over, and leaves it where it is until somebody imports again.
    private static func isLeftUnused(besideStore path: String) -> Bool {
        let file = opened(besideStore: path)
        guard file >= 0 else { return false }
        defer { close(file) }
        var (status, store) = (stat(), stat())
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, stat(path, &store) == 0,
            status.st_uid == store.st_uid || status.st_uid == geteuid()
        else { return false }
        var first: UInt8 = 0
        return pread(file, &first, 1, 0) < 1 || first == 0
    }

    /// Takes such a journal away, where this user may: there are pages of the store in it as they were.
    ///
    /// - Parameter open: a connection that may write.
    static func removeUnused(besideStore path: String, _ open: () throws -> DatabaseQueue) {
        guard isLeftUnused(besideStore: path) else { return }
        try? open().inDatabase { database in
            // Who has this lock is the only one who could have begun a journal.
            try database.beginTransaction(.immediate)
            if isLeftUnused(besideStore: path) { unlink(path + "-journal") }
            try database.rollback()
        }
    }
}
