internal import Foundation
internal import GRDBSQLite
internal import JourneyModel

/// A block of events as a table that SQLite reads (https://www.sqlite.org/vtab.html): `INSERT ... SELECT` from it costs two
/// thirds of binding the same rows to a statement one by one. The table is seen by this connection only and never stored.
final class EventFeed {
    /// Where the values of a column come from; what it points to belongs to the block.
    struct Column {
        enum Kind {
            case number, optionalNumber, code, real, text, eventID
        }

        var kind: Kind
        var values: UnsafeRawPointer?
        /// Of texts: where each row's ends in `texts`.
        var ends: UnsafePointer<UInt32>?
        var texts: UnsafePointer<UInt8>?
    }

    fileprivate struct Rows {
        var count = 0
        var columns: UnsafePointer<Column>?
    }

    fileprivate struct Table {
        var base: sqlite3_vtab
        var rows: UnsafeMutablePointer<Rows>
    }

    fileprivate struct Cursor {
        var base: sqlite3_vtab_cursor
        var row: Int
        var count: Int
        var columns: UnsafePointer<Column>?
    }

    static let name = "import_feed"
    private let rows: UnsafeMutablePointer<Rows>
    /// Kept for good: SQLite parts with a table at its next occasion, not when it is told to.
    nonisolated(unsafe) private static let module = {
        let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
        module.initialize(to: makeModule())
        return module
    }()
    private let connection: OpaquePointer
    private var declared = 0

    init(_ connection: OpaquePointer) {
        self.connection = connection
        rows = .allocate(capacity: 1)
        rows.initialize(to: Rows())
    }

    deinit {
        sqlite3_create_module_v2(connection, EventFeed.name, nil, nil, nil)
        rows.deallocate()
    }

    /// Makes the table have at least `columns` columns, called `c0`, `c1` and so on. No statement may be reading it.
    func declare(columns: Int) throws {
        if columns <= declared { return }
        declared = max(columns, declared * 2)
        rows.pointee.columns = nil
        rows.pointee.count = declared
        let code = sqlite3_create_module_v2(connection, EventFeed.name, EventFeed.module, rows, nil)
        guard code == SQLITE_OK else { throw SQLiteFailure(connection, code) }
    }

    /// Whatever `body` reads from the table are these rows.
    func feed(_ columns: [Column], count: Int, _ body: () throws -> Void) rethrows {
        try columns.withUnsafeBufferPointer { columns in
            rows.pointee = Rows(count: count, columns: columns.baseAddress)
            defer { rows.pointee = Rows(count: declared, columns: nil) }
            try body()
        }
    }

    /// SQLite calls these for every row and column: nothing in them allocates or counts references, but for `xConnect`.
    private static func makeModule() -> sqlite3_module {
        var module = sqlite3_module()
        module.iVersion = 1
        module.xConnect = { connection, rows, _, _, table, _ in
            guard let rows = rows?.assumingMemoryBound(to: Rows.self), let table else { return SQLITE_ERROR }
            let columns = (0..<rows.pointee.count).map { "c\($0)" }.joined(separator: ", ")
            let code = sqlite3_declare_vtab(connection, "CREATE TABLE feed(\(columns))")
            guard code == SQLITE_OK else { return code }
            let made = UnsafeMutablePointer<Table>.allocate(capacity: 1)
            made.initialize(to: Table(base: sqlite3_vtab(), rows: rows))
            table.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab.self)
            return SQLITE_OK
        }
        module.xDisconnect = { table in
            UnsafeMutableRawPointer(table)?.deallocate()
            return SQLITE_OK
        }
        module.xBestIndex = { _, _ in SQLITE_OK }
        module.xOpen = { _, cursor in
            let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
            made.initialize(to: Cursor(base: sqlite3_vtab_cursor(), row: 0, count: 0, columns: nil))
            cursor?.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
            return SQLITE_OK
        }
        module.xClose = { cursor in
            UnsafeMutableRawPointer(cursor)?.deallocate()
            return SQLITE_OK
        }
        module.xFilter = { cursor, _, _, _, _ in
            guard let cursor = EventFeed.cursor(cursor), let table = cursor.pointee.base.pVtab else {
                return SQLITE_ERROR
            }
            let rows = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self).pointee.rows
            cursor.pointee.row = 0
            cursor.pointee.columns = rows.pointee.columns
            cursor.pointee.count = rows.pointee.columns == nil ? 0 : rows.pointee.count
            return SQLITE_OK
        }
        module.xNext = { cursor in
            EventFeed.cursor(cursor)?.pointee.row += 1
            return SQLITE_OK
        }
        module.xEof = { cursor in
            guard let cursor = EventFeed.cursor(cursor) else { return 1 }
            return cursor.pointee.row < cursor.pointee.count ? 0 : 1
        }
        module.xRowid = { cursor, number in
            number?.pointee = Int64(EventFeed.cursor(cursor)?.pointee.row ?? 0)
            return SQLITE_OK
        }
        module.xColumn = { cursor, context, column in
            guard let cursor = EventFeed.cursor(cursor), let columns = cursor.pointee.columns else {
                return SQLITE_ERROR
            }
            columns[Int(column)].give(cursor.pointee.row, to: context)
            return SQLITE_OK
        }
        return module
    }

    @inline(__always)
    private static func cursor(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> UnsafeMutablePointer<Cursor>? {
        UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self)
    }
}

extension EventFeed.Column {
    /// Hands the value of `row` to SQLite; without a call it is NULL.
    @inline(__always)
    fileprivate func give(_ row: Int, to context: OpaquePointer?) {
        switch kind {
        case .number: sqlite3_result_int64(context, value(row, as: Int64.self))
        case .optionalNumber: giveNumber(row, to: context)
        case .code:
            let code = value(row, as: Int32.self)
            if code >= 0 { sqlite3_result_int64(context, Int64(code) + 1) }
        case .real:
            let real = value(row, as: Double.self)
            if !real.isNaN { sqlite3_result_double(context, real) }
        case .text: giveText(row, to: context)
        case .eventID:
            if !giveNumber(row, to: context) { giveText(row, to: context) }
        }
    }

    @inline(__always)
    private func value<Value: BitwiseCopyable>(_ row: Int, as type: Value.Type) -> Value {
        values.unsafelyUnwrapped.load(fromByteOffset: row * MemoryLayout<Value>.size, as: Value.self)
    }

    @inline(__always) @discardableResult
    private func giveNumber(_ row: Int, to context: OpaquePointer?) -> Bool {
        let number = value(row, as: Int64.self)
        if number == EventBatch.none { return false }
        sqlite3_result_int64(context, number)
        return true
    }

    @inline(__always)
    private func giveText(_ row: Int, to context: OpaquePointer?) {
        guard let ends, let texts else { return }
        let start = row == 0 ? 0 : Int(ends[row - 1])
        let count = Int(ends[row]) - start
        if count == 0 { return }
        // The block outlives the statement: nothing has to be copied.
        let text = UnsafeRawPointer(texts + start).assumingMemoryBound(to: CChar.self)
        sqlite3_result_text(context, text, Int32(clamping: count), nil)
    }
}
