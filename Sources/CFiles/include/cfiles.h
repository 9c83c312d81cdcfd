#ifndef CFILES_H
#define CFILES_H

/// The user as whom the calling thread opens files.
unsigned cfiles_user(void);

/// Gives what is called `from` the name `to`, unless there is something of that name. 0, or the number of the error.
int cfiles_rename_new(int from_folder, const char *from, int to_folder, const char *to);

/// A file without a name in a folder, open for reading and writing; the negative number of the error where the system or
/// the file system has none.
int cfiles_open_unnamed(int folder, unsigned mode);

/// Gives a file that `cfiles_open_unnamed` has opened a name. 0, or the number of the error.
int cfiles_name(int file, int folder, const char *name);

#endif
