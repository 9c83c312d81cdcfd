#ifndef SQLITE_DEFENCE_H
#define SQLITE_DEFENCE_H

#include <sqlite3.h>

/// Switches off in `database` what a file from somebody else could use to run something: triggers, views, functions with
/// side effects within the schema, extensions, and names in double quotes that silently become texts. Of C because
/// sqlite3_db_config takes any number of arguments, which Swift does not call.
///
/// Returns SQLite's result code (https://www.sqlite.org/c3ref/c_dbconfig_defensive.html).
int sqlite_defence_disarm(sqlite3 *database);

/// Forbids statements that can damage the file itself, `PRAGMA writable_schema` among them. It also forbids to switch the
/// journal off.
int sqlite_defence_protect_file(sqlite3 *database);

#endif
