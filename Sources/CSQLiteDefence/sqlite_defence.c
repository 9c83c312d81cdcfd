#include "sqlite_defence.h"

#include <stddef.h>

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
