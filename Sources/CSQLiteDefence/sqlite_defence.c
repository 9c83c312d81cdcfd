#include "sqlite_defence.h"

#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>

int sqlite_defence_disarm(sqlite3 *database) {
    static const int switched_off[] = {
        SQLITE_DBCONFIG_TRUSTED_SCHEMA,
        SQLITE_DBCONFIG_ENABLE_TRIGGER,
        SQLITE_DBCONFIG_ENABLE_VIEW,
        SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
        SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER,
        SQLITE_DBCONFIG_DQS_DDL,
        SQLITE_DBCONFIG_DQS_DML,
    };
    for (size_t place = 0; place < sizeof switched_off / sizeof *switched_off; place++) {
        int code = sqlite3_db_config(database, switched_off[place], 0, NULL);
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

int sqlite_defence_protect_file(sqlite3 *database) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

// The links in /proc/self/fd are files here: what they lead to has no path that one could ask for.
static int is_descriptor(const char *path) { return strncmp(path, "/proc/self", 10) == 0; }

static int status_of(const char *path, struct stat *status) {
    return is_descriptor(path) ? stat(path, status) : lstat(path, status);
}

static int open_file(const char *path, int flags, int mode) {
    return open(path, is_descriptor(path) ? flags & ~O_NOFOLLOW : flags, mode);
}

int sqlite_defence_allow_descriptors(void) {
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    if (vfs == NULL || vfs->iVersion < 3) return SQLITE_ERROR;
    int code = vfs->xSetSystemCall(vfs, "open", (sqlite3_syscall_ptr)open_file);
    // Where SQLite is built not to look behind links, nothing else is in the way.
    if (code != SQLITE_OK || vfs->xGetSystemCall(vfs, "lstat") == NULL) return code;
    return vfs->xSetSystemCall(vfs, "lstat", (sqlite3_syscall_ptr)status_of);
}
