internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import OwnFiles
internal import Threads

/// Changes a store by writing it anew without what goes, and putting the new file in its place: whatever is interrupted,
/// the store is as it was, and nobody who reads waits.
///
/// Deleting rows where they lie would not do. SQLite leaves their bytes in free pages and in gaps of used ones, also of
/// rows that were moved long ago; `secure_delete` knows nothing of those. A file that was written anew holds nothing but
/// what is in its tables (https://www.sqlite.org/lang_vacuum.html).
struct StoreRewriting {
    private static let pagesPerStep: Int32 = 1 << 13

    private let path: String
    private let status: stat
    private let cancellation: Cancellation

    /// - Throws: `StoreError.notReplaceable` where a new file cannot take its place.
    init(store: String, cancellation: Cancellation) throws {
        path = store
        self.cancellation = cancellation
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw StoreError.notReplaceable(path: store, detail: "it is no plain file")
        }
        guard status.st_nlink == 1 else {
            throw StoreError.notReplaceable(path: store, detail: "the file has another name too")
        }
        self.status = status
    }

    /// - Parameters:
    ///   - connection: has the store locked against other writers, and has changed nothing.
    ///   - progress: called now and then with the share of the file copied, 0…1; at last with nil, when what is left has
    ///     no measure.
    ///   - change: makes the changes in a copy.
    func run(
        _ connection: OpaquePointer,
        progress: (Double?) -> Void,
        change: (OpaquePointer) throws -> Void
    ) throws {
        let work = try makeFiles()
        let queue = try StoreFile.openDraft(work.path(of: .copy))
        try queue.inDatabase { draft in
            guard let draftConnection = draft.sqliteConnection else { throw ImportFailure.staging }
            // The copy is thrown away.
            try draft.execute(sql: "PRAGMA synchronous = OFF")
            try copyStore(to: draftConnection, progress)
            try draft.beginTransaction(.immediate)
            do {
                try change(draftConnection)
                try draft.commit()
            } catch {
                try draft.rollback()
                throw error
            }
            progress(nil)
            let vacuum = try RawStatement(draftConnection, "VACUUM INTO ?1")
            vacuum.bind(work.path(of: .new), at: 1)
            try cancellation.watching(draftConnection) { try vacuum.run() }
        }
        try queue.close()
        try cancellation.check()
        try sync(work)
        try StoreFile.replace(path, with: .new, of: work, connection)
    }

    /// Both empty: the copy for this user alone, the new file with the owner and the rights of the store.
    private func makeFiles() throws -> WorkFolder {
        do throws(FileFault) {
            let work = try WorkFolder(beside: path)
            _ = try work.folder.makeFile(WorkFolder.Item.copy.rawValue, .ownerOnly)
            let new = try work.folder.makeFile(WorkFolder.Item.new.rawValue, .ownerOnly)
            if fchown(new.descriptor, status.st_uid, status.st_gid) == 0,
                fchmod(new.descriptor, status.st_mode & 0o777) == 0
            {
                return work
            }
        } catch {
            throw StoreError.writing(error, path: path)
        }
        throw StoreError.notReplaceable(path: path, detail: "it belongs to another user or group")
    }

    /// Through SQLite: opening the store's file in another way, and closing it, would drop the lock on it. Through another
    /// connection, as one that has the lock cannot be copied from.
    private func copyStore(to draft: OpaquePointer, _ progress: (Double?) -> Void) throws {
        let reader = try StoreFile.openForReading(path, patience: .seconds(10))
        try reader.queue.inDatabase { database in
            guard let store = database.sqliteConnection else { throw ImportFailure.staging }
            try copy(store, to: draft, progress)
        }
    }

    private func copy(_ store: OpaquePointer, to draft: OpaquePointer, _ progress: (Double?) -> Void) throws {
        guard let backup = sqlite3_backup_init(draft, "main", store, "main") else {
            throw SQLiteFailure(draft, SQLITE_ERROR)
        }
        var code = SQLITE_OK
        while code == SQLITE_OK {
            if cancellation.isRequested {
                sqlite3_backup_finish(backup)
                throw CancellationError()
            }
            code = sqlite3_backup_step(backup, StoreRewriting.pagesPerStep)
            let pages = Double(max(1, sqlite3_backup_pagecount(backup)))
            progress(1 - Double(sqlite3_backup_remaining(backup)) / pages)
        }
        let end = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, end == SQLITE_OK else {
            throw SQLiteFailure(draft, code == SQLITE_DONE ? end : code)
        }
    }

    /// Closed again before it is the store: closing drops every lock that this process has on a file.
    private func sync(_ work: WorkFolder) throws {
        do throws(FileFault) {
            try work.folder.file(WorkFolder.Item.new.rawValue).sync()
        } catch {
            throw StoreError.failed(path: path, detail: error.reason)
        }
    }
}
