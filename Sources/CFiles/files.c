// What Swift's view of the C library leaves out.
#define _GNU_SOURCE
#include "cfiles.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/fsuid.h>
#endif

unsigned cfiles_user(void) {
#ifdef __linux__
    // No user has this number: nothing is set, and the one that holds is said.
    return (unsigned)setfsuid((uid_t)-1);
#else
    return geteuid();
#endif
}

int cfiles_rename_new(int from_folder, const char *from, int to_folder, const char *to) {
#ifdef RENAME_NOREPLACE
    if (renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
    // A file system that does not know how. A second name does not replace anything either, and a folder takes the place of
    // nothing but an empty folder.
    struct stat status;
    if (fstatat(from_folder, from, &status, AT_SYMLINK_NOFOLLOW) != 0) return errno;
    if (!S_ISDIR(status.st_mode)) {
        if (linkat(from_folder, from, to_folder, to, 0) == 0) return unlinkat(from_folder, from, 0) == 0 ? 0 : errno;
        if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS && errno != EMLINK) return errno;
    }
    if (fstatat(to_folder, to, &status, AT_SYMLINK_NOFOLLOW) == 0) return EEXIST;
    return renameat(from_folder, from, to_folder, to) == 0 ? 0 : errno;
}

int cfiles_open_unnamed(int folder, unsigned mode) {
#ifdef O_TMPFILE
    int file = openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, (mode_t)mode);
    return file >= 0 ? file : -errno;
#else
    (void)folder;
    (void)mode;
    return -EOPNOTSUPP;
#endif
}

int cfiles_name(int file, int folder, const char *name) {
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    return linkat(AT_FDCWD, path, folder, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}
