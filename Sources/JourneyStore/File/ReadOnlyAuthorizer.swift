internal import GRDBSQLite

/// Lets a connection read and nothing else, whatever statement it is given: the third lock on a door that `mode=ro` and
/// `query_only` shut already.
enum ReadOnlyAuthorizer {
    static func install(on connection: OpaquePointer) {
        sqlite3_set_authorizer(
            connection,
            { _, action, name, value, _, _ in
                switch action {
                case SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE, SQLITE_TRANSACTION: SQLITE_OK
                case SQLITE_PRAGMA:
                    ReadOnlyAuthorizer.allows(pragma: name, value: value) ? SQLITE_OK : SQLITE_DENY
                default: SQLITE_DENY
                }
            },
            nil
        )
    }

    /// Pragmas that tell something; none that sets anything.
    private static func allows(pragma name: UnsafePointer<CChar>?, value: UnsafePointer<CChar>?) -> Bool {
        guard let name else { return false }
        switch String(cString: name).lowercased() {
        case "user_version", "application_id", "data_version", "query_only", "journal_mode", "schema_version":
            return value == nil
        case "table_info", "table_xinfo": return true
        default: return false
        }
    }
}
