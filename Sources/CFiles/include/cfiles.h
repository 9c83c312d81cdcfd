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

/// Memory that is mapped from a file, from its first page to its last.
typedef struct cfiles_range cfiles_range;

/// Takes note of such memory, before it is read; NULL where there is no memory for the note. Of any number of threads.
cfiles_range *cfiles_guard(void *start, unsigned long size);

/// Forgets it again, before it is unmapped.
void cfiles_unguard(cfiles_range *range);

/// Whether a page of it could not be read any more: then all of it reads as zeros.
int cfiles_is_damaged(const cfiles_range *range);

/// Puts zeros in the place of the noted memory in which `address` lies. 0 where it lies in none. For handlers of SIGBUS:
/// async-signal-safe.
int cfiles_rescue(void *address);

/// From now on a page of noted memory that cannot be read does not end the process; any other SIGBUS does what it did before.
/// To be called after others have set their handlers, or by them (`cfiles_rescue`).
void cfiles_survive(void);

#endif
