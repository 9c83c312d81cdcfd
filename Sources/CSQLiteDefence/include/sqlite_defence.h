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

/// Lets SQLite open a file that has no name, as `/proc/self/fd/NUMBER`: it asks what stands behind every link in a path, and
/// behind this one stands no path. Holds for the process, and for such paths only.
///
/// Returns SQLite's result code (https://www.sqlite.org/c3ref/vfs.html, xSetSystemCall).
int sqlite_defence_allow_descriptors(void);

#endif
