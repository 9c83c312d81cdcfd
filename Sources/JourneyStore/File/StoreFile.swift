internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import OwnFiles

/// Opens and makes store files.
enum StoreFile {
    /// Megabytes of changed pages that an import keeps in memory before it has to lock readers out and write them.
    static let writeCache = 256

    /// A connection for writing to the store at `path`, made where there is none or an empty file.
    static func openForWriting(_ path: String, patience: Duration) throws -> DatabaseQueue {
        switch StoreHeader.read(path: path) {
        case .absent, .empty: try create(path)
        default: break
        }
        try checkMayImport(path)
        StaleFiles.remove(besideStore: path)
        try StoreJournal.check(besideStore: path)
        do {
            let queue = try DatabaseQueue(path: path, configuration: writing(patience))
            try migrate(queue, path: path)
            return queue
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// - Throws: `StoreError` where there is no store that this program and this user may write to, and none can be made.
    static func checkMayImport(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        switch StoreHeader.read(path: path) {
        case .absent, .empty:
            guard access(folder, F_OK) == 0 else {
                throw StoreError.failed(path: path, detail: "the folder '\(folder)' does not exist")
            }
        case .foreign(let detail): throw StoreError.notAStore(path: path, detail: detail)
        case .unreadable: throw StoreError.notReadable(path: path)
        case .store(let version, _):
            guard version <= Schema.version else { throw StoreError.newer(path: path, version: version) }
            guard mayWrite(path) else { throw StoreError.notWritable(path: path) }
        }
        guard mayWrite(folder) else { throw StoreError.notWritable(path: path) }
    }

    /// A connection that cannot write.
    ///
    /// - Parameter anyVersion: also to a store older than this program reads.
    static func openForReading(
        _ path: String,
        patience: Duration,
        anyVersion: Bool = false
    ) throws -> StoreConnection.Opened {
        var hasLog = false
        switch StoreHeader.read(path: path) {
        case .absent: throw StoreError.missing(path: path)
        case .empty: throw StoreError.notAStore(path: path, detail: "it is an empty file")
        case .foreign(let detail): throw StoreError.notAStore(path: path, detail: detail)
        case .unreadable: throw StoreError.notReadable(path: path)
        case .store(let version, let isLogged):
            guard version <= Schema.version else { throw StoreError.newer(path: path, version: version) }
            guard anyVersion || version >= Schema.oldestReadable else {
                throw StoreError.older(path: path, version: version)
            }
            hasLog = isLogged
        }
        // Looked for first: who only reads has nothing else to ask of the folder.
        StoreJournal.removeUnused(besideStore: path) {
            try checkMayImport(path)
            try StoreJournal.check(besideStore: path)
            return try DatabaseQueue(path: path, configuration: writing(.zero))
        }
        do {
            return StoreConnection.Opened(queue: try DatabaseQueue(path: path, configuration: reading(patience)))
        } catch {
            let problem = StoreError.from(error, path: path)
            if hasLog, isOfLog(problem) { return try openAtRest(path) }
            guard case StoreError.interrupted = problem else { throw problem }
            try undoInterruptedImport(path)
        }
        do {
            return StoreConnection.Opened(queue: try DatabaseQueue(path: path, configuration: reading(patience)))
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// Whether the files that a log takes could not be made or read.
    private static func isOfLog(_ problem: any Error) -> Bool {
        switch problem {
        case StoreError.notWritable, StoreError.failed, StoreError.interrupted: true
        default: false
        }
    }

    private static func openAtRest(_ path: String) throws -> StoreConnection.Opened {
        guard let resting = RestingStore(path: path),
            let queue = try? DatabaseQueue(path: resting.address, configuration: reading(.zero))
        else { throw StoreError.logNotUsable(path: path) }
        return StoreConnection.Opened(queue: queue, resting: resting)
    }

    /// Undoes what an import that was killed in its last step has written: SQLite does so by itself in any connection
    /// that may write. The one moment in which somebody who reads writes, and only what was there before.
    static func undoInterruptedImport(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard mayWrite(path), mayWrite(folder) else { throw StoreError.interrupted(path: path) }
        try StoreJournal.check(besideStore: path)
        do {
            let queue = try DatabaseQueue(path: path, configuration: writing(.seconds(10)))
            try queue.inDatabase { database in
                _ = try Int64.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
            }
            try queue.close()
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    /// A connection to a file that becomes a store or is thrown away: nothing in it has to be undone.
    static func openDraft(_ path: String) throws -> DatabaseQueue {
        var configuration = common(.zero)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = OFF")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA cache_size = -\(writeCache * 1024)")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Whether the file that `connection` has open is not the one that stands at its path any more.
    static func hasMoved(_ connection: OpaquePointer) -> Bool {
        var hasMoved: Int32 = 0
        let code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        return code == SQLITE_OK && hasMoved != 0
    }

    /// Bytes of the file that `connection` has open.
    static func size(of connection: OpaquePointer) -> Int {
        var file: UnsafeMutablePointer<sqlite3_file>?
        guard sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK,
            let methods = file?.pointee.pMethods
        else { return 0 }
        var size: sqlite3_int64 = 0
        return methods.pointee.xFileSize(file, &size) == SQLITE_OK ? Int(size) : 0
    }

    /// Puts a new file in the place of the store, which `connection` has locked.
    static func replace(
        _ store: String,
        with item: WorkFolder.Item,
        of work: WorkFolder,
        _ connection: OpaquePointer
    ) throws {
        // Nobody can have put another store here through SQLite: who replaces it holds the lock.
        guard !hasMoved(connection) else {
            throw StoreError.failed(path: store, detail: "it was taken away meanwhile")
        }
        guard let name = PathParts(store)?.name else { throw StoreError.notWritable(path: store) }
        do throws(FileFault) { try work.replace(name, with: item) } catch {
            throw StoreError.writing(error, path: store)
        }
    }

    private static func mayWrite(_ path: String) -> Bool {
        // With the rights that opening it will have, not those of who started the program.
        faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0
    }

    /// Made under another name and linked to its own when it is whole, so that no half-made store is ever seen.
    private static func create(_ path: String) throws {
        try checkMayImport(path)
        StaleFiles.remove(besideStore: path)
        let empty = FileStatus(at: path)
        do {
            let work = try WorkFolder(beside: path)
            // A store is its maker's alone until they say otherwise; who made the empty file has said so.
            let rights = empty.map { Rights(of: $0) } ?? .ownerOnly
            _ = try work.folder.makeFile(WorkFolder.Item.draft.rawValue, rights)
            let queue = try DatabaseQueue(path: work.path(of: .draft), configuration: writing(.seconds(1)))
            try Schema.migrator.migrate(queue)
            try queue.close()
            try put(work, at: path)
        } catch let fault as FileFault {
            throw StoreError.writing(fault, path: path)
        } catch {
            throw StoreError.from(error, path: path)
        }
    }

    private static func put(_ work: WorkFolder, at path: String) throws {
        guard let name = PathParts(path)?.name else { throw StoreError.notWritable(path: path) }
        if case .empty = StoreHeader.read(path: path) { return try work.replace(name, with: .draft) }
        do throws(FileFault) {
            try work.move(.draft, to: name)
        } catch {
            // Where the name was taken meanwhile, another import has made the store.
            if error.code != EEXIST { throw error }
        }
    }

    private static func migrate(_ queue: DatabaseQueue, path: String) throws {
        let migrator = Schema.migrator
        // Migrations write into the tables as they find them.
        try queue.inDatabase { database in
            guard let connection = database.sqliteConnection else { return }
            try SchemaCheck.run(connection, path: path)
            let foreign = "SELECT rowid FROM grdb_migrations WHERE typeof(identifier) <> 'text'"
            let migration = try RawStatement(connection, foreign)
            guard try migration.step() else { return }
            throw RowFault(table: "grdb_migrations", row: migration.int(0), "'identifier' is no text")
        }
        let (version, isSuperseded, isComplete) = try queue.inDatabase { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database)
            )
        }
        if version > Schema.version || isSuperseded { throw StoreError.newer(path: path, version: version) }
        if !isComplete { try migrator.migrate(queue) }
    }

    private static func writing(_ patience: Duration) -> Configuration {
        var configuration = common(patience)
        configuration.prepareDatabase { database in
            try StoreDefence.protectFile(of: database)
            // A write-ahead log would keep out readers who may not write to the folder (architecture, "The store").
            try database.execute(sql: "PRAGMA journal_mode = DELETE")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA cache_size = -\(writeCache * 1024)")
        }
        return configuration
    }

    private static func reading(_ patience: Duration) -> Configuration {
        var configuration = common(patience)
        configuration.readonly = true
        configuration.prepareDatabase { database in
            try StoreDefence.protectFile(of: database)
            try database.execute(sql: "PRAGMA query_only = 1")
        }
        return configuration
    }

    static func common(_ patience: Duration) -> Configuration {
        var configuration = Configuration()
        configuration.label = "cxm store"
        let parts = patience.components
        configuration.busyMode = .timeout(Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
        // Rows refer to codes that the import itself gives; checking each of them would cost a search a column.
        configuration.foreignKeysEnabled = false
        // An import has its staged events attached while they are carried over.
        configuration.prepareDatabase { try StoreDefence.install(on: $0, attached: 1) }
        return configuration
    }
}
